import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database';
import { Article } from './articles/article.entity';
import { ArticleFiles } from './articles/article-files';
import { ArticleFilesController } from './articles/article-files.controller';
import { ArticleList } from './articles/article-list';
import { ArticleReader } from './articles/article-reader';
import { ArticlesController } from './articles/articles.controller';
import { ArticlesService } from './articles/articles.service';
import { ArticleImages } from './articles/article-images';
import { ArticleImagesController } from './articles/article-images.controller';
import { CatalogFinder } from './catalog-finder';
import { AccessoriesReader } from './offered/accessories.reader';
import { OfferedArticlesReader } from './offered/offered-articles.reader';
import { Accessories } from './printer-models/accessories';
import { AccessoriesController } from './printer-models/accessories.controller';
import { AccessoriesService } from './printer-models/accessories.service';
import { AccessorySetsService } from './printer-models/accessory-sets.service';
import { PrinterModel } from './printer-models/printer-model.entity';
import { PrinterModelFiles } from './printer-models/printer-model-files';
import { PrinterModelFilesController } from './printer-models/printer-model-files.controller';
import { PrinterModelList } from './printer-models/printer-model-list';
import { PrinterModelRows } from './printer-models/printer-model-rows';
import { PrinterModelsController } from './printer-models/printer-models.controller';
import { PrinterModelsReader } from './printer-models/printer-models.reader';
import { PrinterModelsService } from './printer-models/printer-models.service';

@Module({
  controllers: [
    ArticleFilesController,
    PrinterModelFilesController,
    ArticlesController,
    ArticleImagesController,
    PrinterModelsController,
    AccessoriesController,
  ],
  providers: [
    ...tenantRepositories(Article, PrinterModel),
    ArticlesService,
    ArticleList,
    ArticleFiles,
    ArticleReader,
    ArticleImages,
    PrinterModelsService,
    PrinterModelList,
    PrinterModelRows,
    PrinterModelFiles,
    Accessories,
    AccessoriesService,
    AccessorySetsService,
    OfferedArticlesReader,
    AccessoriesReader,
    PrinterModelsReader,
    CatalogFinder,
  ],
  exports: [
    ArticleFiles,
    ArticleList,
    ArticleImages,
    PrinterModelFiles,
    OfferedArticlesReader,
    AccessoriesReader,
    PrinterModelsReader,
    CatalogFinder,
  ],
})
export class CatalogModule {}

import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database/tenant.repository';
import { Article } from './articles/article.entity';
import { ArticleList } from './articles/article-list';
import { ArticleReader } from './articles/article-reader';
import { ArticlesController } from './articles/articles.controller';
import { ArticlesService } from './articles/articles.service';
import { ArticleImages } from './images/article-images';
import { ArticleImagesController } from './images/article-images.controller';
import { AccessoriesReader } from './offered/accessories.reader';
import { OfferedArticlesReader } from './offered/offered-articles.reader';
import { Accessories } from './printer-models/accessories';
import { AccessoriesController } from './printer-models/accessories.controller';
import { AccessoriesService } from './printer-models/accessories.service';
import { PrinterModel } from './printer-models/printer-model.entity';
import { PrinterModelList } from './printer-models/printer-model-list';
import { PrinterModelsController } from './printer-models/printer-models.controller';
import { PrinterModelsReader } from './printer-models/printer-models.reader';
import { PrinterModelsService } from './printer-models/printer-models.service';

@Module({
  controllers: [ArticlesController, ArticleImagesController, PrinterModelsController, AccessoriesController],
  providers: [
    ...tenantRepositories(Article, PrinterModel),
    ArticlesService,
    ArticleList,
    ArticleReader,
    ArticleImages,
    PrinterModelsService,
    PrinterModelList,
    Accessories,
    AccessoriesService,
    OfferedArticlesReader,
    AccessoriesReader,
    PrinterModelsReader,
  ],
  exports: [
    ArticlesService,
    PrinterModelsService,
    AccessoriesService,
    OfferedArticlesReader,
    AccessoriesReader,
    PrinterModelsReader,
  ],
})
export class CatalogModule {}

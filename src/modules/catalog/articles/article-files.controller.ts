import { Controller, Get, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sendCsv } from '../../../csv/csv-export';
import { ExportsCsv, ImportsCsv, DescribesTemplate } from '../../../csv/csv-routes';
import { ImportForm } from '../../../csv/import-form.dto';
import { ImportReportDto } from '../../../csv/import-report.dto';
import { templateOf } from '../../../csv/import-sheet';
import { ImportTemplateDto } from '../../../csv/import-template.dto';
import { UploadedFile, UploadedForm } from '../../../files/accepts-file';
import type { Upload } from '../../../files/spool';
import { ARTICLE_SHEET } from './article-columns';
import { ArticleFiles } from './article-files';

@ApiTags('Materialkatalog')
@Controller('api/v1/staff/articles')
export class ArticleFilesController {
  constructor(private readonly files: ArticleFiles) {}

  @Post('imports')
  @ImportsCsv({
    id: 'importArticles',
    summary: 'Artikel aus einer CSV-Datei anlegen und ändern',
    sheet: ARTICLE_SHEET,
  })
  async import(@UploadedFile() file: Upload, @UploadedForm() form: ImportForm): Promise<ImportReportDto> {
    return this.files.import(file, form);
  }

  @Get('imports/template')
  @DescribesTemplate({ id: 'getArticleImportTemplate', summary: 'Vorlage für den Import von Artikeln' })
  template(): ImportTemplateDto {
    return templateOf(ARTICLE_SHEET);
  }

  @Get('exports')
  @ExportsCsv({ id: 'exportArticles', summary: 'Alle Artikel als CSV-Datei laden' })
  export(): StreamableFile {
    return sendCsv(this.files.export());
  }
}

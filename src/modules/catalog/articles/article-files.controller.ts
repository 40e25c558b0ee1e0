import { Controller, Get, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sendCsv } from '../../../platform/csv/csv-export';
import { ExportsCsv, ImportsCsv } from '../../../platform/csv/csv-routes';
import { ImportForm } from '../../../platform/csv/import-form.dto';
import { ImportReportDto } from '../../../platform/csv/import-report.dto';
import { UploadedFile, UploadedForm } from '../../../platform/http/files/accepts-file';
import type { Upload } from '../../../platform/http/files/spool';
import { ARTICLE_TABLE, ARTICLES_EXAMPLE } from './article-columns';
import { ArticleFiles } from './article-files';

@ApiTags('Materialkatalog')
@Controller('api/v1/staff/articles')
export class ArticleFilesController {
  constructor(private readonly files: ArticleFiles) {}

  @Post('imports')
  @ImportsCsv({
    id: 'importArticles',
    summary: 'Artikel aus einer CSV-Datei anlegen und ändern',
    columns: ARTICLE_TABLE.columns,
    key: [ARTICLE_TABLE.key],
    example: ARTICLES_EXAMPLE,
  })
  async import(@UploadedFile() file: Upload, @UploadedForm() form: ImportForm): Promise<ImportReportDto> {
    return this.files.import(file, form);
  }

  @Get('exports')
  @ExportsCsv({ id: 'exportArticles', summary: 'Alle Artikel als CSV-Datei laden' })
  export(): StreamableFile {
    return sendCsv(this.files.export());
  }
}

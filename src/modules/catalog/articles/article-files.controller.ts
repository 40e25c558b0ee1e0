import { Controller, Get, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IMPORT_ERRORS } from '../../../platform/csv/csv.errors';
import { SendsCsv, sendCsv } from '../../../platform/csv/csv-export';
import { importDescription } from '../../../platform/csv/documentation';
import { ImportForm } from '../../../platform/csv/import-form.dto';
import { ImportReportDto } from '../../../platform/csv/import-report.dto';
import { AcceptsFile, UploadedFile, UploadedForm } from '../../../platform/http/files/accepts-file';
import { UPLOAD_ERRORS } from '../../../platform/http/files/files.errors';
import type { Upload } from '../../../platform/http/files/spool';
import { Requires } from '../../../platform/http/requires';
import { ARTICLE_TABLE, ARTICLES_EXAMPLE } from './article-columns';
import { ArticleFiles } from './article-files';

@ApiTags('Materialkatalog')
@Controller('api/v1/staff/articles')
export class ArticleFilesController {
  constructor(private readonly files: ArticleFiles) {}

  @Post('imports')
  @AcceptsFile(ImportForm)
  @Requires('STAFF', {
    id: 'importArticles',
    summary: 'Artikel aus einer CSV-Datei anlegen und ändern',
    description: importDescription(ARTICLE_TABLE.columns, [ARTICLE_TABLE.key], ARTICLES_EXAMPLE),
    status: 200,
    errors: [...UPLOAD_ERRORS, ...IMPORT_ERRORS],
  })
  async import(@UploadedFile() file: Upload, @UploadedForm() form: ImportForm): Promise<ImportReportDto> {
    return this.files.import(file, form);
  }

  @Get('exports')
  @SendsCsv()
  @Requires('STAFF', { id: 'exportArticles', summary: 'Alle Artikel als CSV-Datei laden' })
  export(): StreamableFile {
    return sendCsv(this.files.export());
  }
}

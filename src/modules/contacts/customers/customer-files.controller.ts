import { Controller, Get, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sendCsv } from '../../../platform/csv/csv-export';
import { ExportsCsv, ImportsCsv, TellsTemplate } from '../../../platform/csv/csv-routes';
import { ImportForm } from '../../../platform/csv/import-form.dto';
import { ImportReportDto } from '../../../platform/csv/import-report.dto';
import { templateOf } from '../../../platform/csv/import-sheet';
import { ImportTemplateDto } from '../../../platform/csv/import-template.dto';
import { UploadedFile, UploadedForm } from '../../../platform/http/files/accepts-file';
import type { Upload } from '../../../platform/http/files/spool';
import { CUSTOMER_SHEET } from './customer-columns';
import { CustomerFiles } from './customer-files';

@ApiTags('Kunden')
@Controller('api/v1/staff/customers')
export class CustomerFilesController {
  constructor(private readonly files: CustomerFiles) {}

  @Post('imports')
  @ImportsCsv({
    id: 'importCustomers',
    summary: 'Kunden aus einer CSV-Datei anlegen und ändern',
    sheet: CUSTOMER_SHEET,
  })
  async import(@UploadedFile() file: Upload, @UploadedForm() form: ImportForm): Promise<ImportReportDto> {
    return this.files.import(file, form);
  }

  @Get('imports/template')
  @TellsTemplate({ id: 'getCustomerImportTemplate', summary: 'Vorlage für den Import von Kunden' })
  template(): ImportTemplateDto {
    return templateOf(CUSTOMER_SHEET);
  }

  @Get('exports')
  @ExportsCsv({ id: 'exportCustomers', summary: 'Alle Kunden als CSV-Datei laden' })
  export(): StreamableFile {
    return sendCsv(this.files.export());
  }
}

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
  @DescribesTemplate({ id: 'getCustomerImportTemplate', summary: 'Vorlage für den Import von Kunden' })
  template(): ImportTemplateDto {
    return templateOf(CUSTOMER_SHEET);
  }

  @Get('exports')
  @ExportsCsv({ id: 'exportCustomers', summary: 'Alle Kunden als CSV-Datei laden' })
  export(): StreamableFile {
    return sendCsv(this.files.export());
  }
}

import { Controller, Get, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sendCsv } from '../../../platform/csv/csv-export';
import { ExportsCsv, ImportsCsv } from '../../../platform/csv/csv-routes';
import { ImportForm } from '../../../platform/csv/import-form.dto';
import { ImportReportDto } from '../../../platform/csv/import-report.dto';
import { UploadedFile, UploadedForm } from '../../../platform/http/files/accepts-file';
import type { Upload } from '../../../platform/http/files/spool';
import { CUSTOMER_TABLE, CUSTOMERS_EXAMPLE } from './customer-columns';
import { CustomerFiles } from './customer-files';

@ApiTags('Kunden')
@Controller('api/v1/staff/customers')
export class CustomerFilesController {
  constructor(private readonly files: CustomerFiles) {}

  @Post('imports')
  @ImportsCsv({
    id: 'importCustomers',
    summary: 'Kunden aus einer CSV-Datei anlegen und ändern',
    columns: CUSTOMER_TABLE.columns,
    key: [CUSTOMER_TABLE.key],
    example: CUSTOMERS_EXAMPLE,
  })
  async import(@UploadedFile() file: Upload, @UploadedForm() form: ImportForm): Promise<ImportReportDto> {
    return this.files.import(file, form);
  }

  @Get('exports')
  @ExportsCsv({ id: 'exportCustomers', summary: 'Alle Kunden als CSV-Datei laden' })
  export(): StreamableFile {
    return sendCsv(this.files.export());
  }
}

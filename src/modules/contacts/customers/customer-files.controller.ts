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
import { CUSTOMER_TABLE, CUSTOMERS_EXAMPLE } from './customer-columns';
import { CustomerFiles } from './customer-files';

@ApiTags('Kunden')
@Controller('api/v1/staff/customers')
export class CustomerFilesController {
  constructor(private readonly files: CustomerFiles) {}

  @Post('imports')
  @AcceptsFile(ImportForm)
  @Requires('STAFF', {
    id: 'importCustomers',
    summary: 'Kunden aus einer CSV-Datei anlegen und ändern',
    description: importDescription(CUSTOMER_TABLE.columns, [CUSTOMER_TABLE.key], CUSTOMERS_EXAMPLE),
    status: 200,
    errors: [...UPLOAD_ERRORS, ...IMPORT_ERRORS],
  })
  async import(@UploadedFile() file: Upload, @UploadedForm() form: ImportForm): Promise<ImportReportDto> {
    return this.files.import(file, form);
  }

  @Get('exports')
  @SendsCsv()
  @Requires('STAFF', { id: 'exportCustomers', summary: 'Alle Kunden als CSV-Datei laden' })
  export(): StreamableFile {
    return sendCsv(this.files.export());
  }
}

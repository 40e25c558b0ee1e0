import { Controller, Get, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IMPORT_ERRORS } from '../../platform/csv/csv.errors';
import { SendsCsv, sendCsv } from '../../platform/csv/csv-export';
import { importDescription } from '../../platform/csv/documentation';
import { ImportForm } from '../../platform/csv/import-form.dto';
import { ImportReportDto } from '../../platform/csv/import-report.dto';
import { AcceptsFile, UploadedFile, UploadedForm } from '../../platform/http/files/accepts-file';
import { UPLOAD_ERRORS } from '../../platform/http/files/files.errors';
import type { Upload } from '../../platform/http/files/spool';
import { Requires } from '../../platform/http/requires';
import { DEVICE_COLUMNS, DEVICE_KEY, DEVICES_EXAMPLE } from './device-columns';
import { DeviceFiles } from './device-files';

@ApiTags('Inventar')
@Controller('api/v1/staff/devices')
export class DeviceFilesController {
  constructor(private readonly files: DeviceFiles) {}

  @Post('imports')
  @AcceptsFile(ImportForm)
  @Requires('STAFF', {
    id: 'importDevices',
    summary: 'Geräte aus einer CSV-Datei anlegen und ändern',
    description: `Die Inventarnummer sagt, welches Gerät gemeint ist; seinen Kunden behält es. Kunden und Druckermodelle müssen schon angelegt sein.\n\n${importDescription(DEVICE_COLUMNS, DEVICE_KEY, DEVICES_EXAMPLE)}`,
    status: 200,
    errors: [...UPLOAD_ERRORS, ...IMPORT_ERRORS],
  })
  async import(@UploadedFile() file: Upload, @UploadedForm() form: ImportForm): Promise<ImportReportDto> {
    return this.files.import(file, form);
  }

  @Get('exports')
  @SendsCsv()
  @Requires('STAFF', { id: 'exportDevices', summary: 'Alle Geräte als CSV-Datei laden' })
  export(): StreamableFile {
    return sendCsv(this.files.export());
  }
}

import { Controller, Get, Post, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sendCsv } from '../../csv/csv-export';
import { ExportsCsv, ImportsCsv, DescribesTemplate } from '../../csv/csv-routes';
import { ImportForm } from '../../csv/import-form.dto';
import { ImportReportDto } from '../../csv/import-report.dto';
import { templateOf } from '../../csv/import-sheet';
import { ImportTemplateDto } from '../../csv/import-template.dto';
import { UploadedFile, UploadedForm } from '../../files/accepts-file';
import type { Upload } from '../../files/spool';
import { DEVICE_SHEET } from './device-columns';
import { DeviceFiles } from './device-files';

@ApiTags('Inventar')
@Controller('api/v1/staff/devices')
export class DeviceFilesController {
  constructor(private readonly files: DeviceFiles) {}

  @Post('imports')
  @ImportsCsv({
    id: 'importDevices',
    summary: 'Geräte aus einer CSV-Datei anlegen und ändern',
    about:
      'Die Inventarnummer sagt, welches Gerät gemeint ist; ohne sie die Seriennummer, und ohne beide der Name, jeweils bei dem Kunden der Zeile. Eine neue Inventarnummer bekommt das Gerät mit dieser Seriennummer, wenn es noch keine hat. Seinen Kunden behält ein Gerät, und eine leere Zelle nimmt ihm keine Inventarnummer. Kunden und Druckermodelle müssen schon angelegt sein.',
    sheet: DEVICE_SHEET,
  })
  async import(@UploadedFile() file: Upload, @UploadedForm() form: ImportForm): Promise<ImportReportDto> {
    return this.files.import(file, form);
  }

  @Get('imports/template')
  @DescribesTemplate({ id: 'getDeviceImportTemplate', summary: 'Vorlage für den Import von Geräten' })
  template(): ImportTemplateDto {
    return templateOf(DEVICE_SHEET);
  }

  @Get('exports')
  @ExportsCsv({ id: 'exportDevices', summary: 'Alle Geräte als CSV-Datei laden' })
  export(): StreamableFile {
    return sendCsv(this.files.export());
  }
}

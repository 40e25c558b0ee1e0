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
import { PRINTER_MODEL_COLUMNS, PRINTER_MODEL_KEY, PRINTER_MODELS_EXAMPLE } from './printer-model-columns';
import { PrinterModelFiles } from './printer-model-files';

@ApiTags('Druckermodelle')
@Controller('api/v1/staff/printer-models')
export class PrinterModelFilesController {
  constructor(private readonly files: PrinterModelFiles) {}

  @Post('imports')
  @AcceptsFile(ImportForm)
  @Requires('STAFF', {
    id: 'importPrinterModels',
    summary: 'Druckermodelle mit Zubehör aus einer CSV-Datei anlegen und ändern',
    description: `Eine Zeile je Druckermodell und Artikel; ein Modell ohne Zubehör hat eine Zeile ohne Artikelnummer. Die Artikel müssen schon im Materialkatalog stehen. Zubehör, das die Datei nicht nennt, bleibt.\n\n${importDescription(PRINTER_MODEL_COLUMNS, PRINTER_MODEL_KEY, PRINTER_MODELS_EXAMPLE)}`,
    status: 200,
    errors: [...UPLOAD_ERRORS, ...IMPORT_ERRORS],
  })
  async import(@UploadedFile() file: Upload, @UploadedForm() form: ImportForm): Promise<ImportReportDto> {
    return this.files.import(file, form);
  }

  @Get('exports')
  @SendsCsv()
  @Requires('STAFF', {
    id: 'exportPrinterModels',
    summary: 'Alle Druckermodelle mit Zubehör als CSV-Datei laden',
  })
  export(): StreamableFile {
    return sendCsv(this.files.export());
  }
}

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
import { PRINTER_MODEL_SHEET } from './printer-model-columns';
import { PrinterModelFiles } from './printer-model-files';

@ApiTags('Druckermodelle')
@Controller('api/v1/staff/printer-models')
export class PrinterModelFilesController {
  constructor(private readonly files: PrinterModelFiles) {}

  @Post('imports')
  @ImportsCsv({
    id: 'importPrinterModels',
    summary: 'Druckermodelle mit Zubehör aus einer CSV-Datei anlegen und ändern',
    about:
      'Eine Zeile je Druckermodell und Artikel; ein Modell ohne Zubehör hat eine Zeile ohne Artikelnummer. Die Artikel müssen schon im Materialkatalog stehen. Zubehör, das die Datei nicht nennt, bleibt.',
    sheet: PRINTER_MODEL_SHEET,
  })
  async import(@UploadedFile() file: Upload, @UploadedForm() form: ImportForm): Promise<ImportReportDto> {
    return this.files.import(file, form);
  }

  @Get('imports/template')
  @DescribesTemplate({
    id: 'getPrinterModelImportTemplate',
    summary: 'Vorlage für den Import von Druckermodellen',
  })
  template(): ImportTemplateDto {
    return templateOf(PRINTER_MODEL_SHEET);
  }

  @Get('exports')
  @ExportsCsv({
    id: 'exportPrinterModels',
    summary: 'Alle Druckermodelle mit Zubehör als CSV-Datei laden',
  })
  export(): StreamableFile {
    return sendCsv(this.files.export());
  }
}

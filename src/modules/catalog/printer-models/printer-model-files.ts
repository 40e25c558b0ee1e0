import { Injectable } from '@nestjs/common';
import type { CsvExport } from '../../../csv/csv-export';
import type { Batch, CsvImport } from '../../../csv/csv-import';
import { CsvImporter, type ImportFile } from '../../../csv/csv-importer';
import type { ImportOptions } from '../../../csv/import-form.dto';
import type { ImportReportDto } from '../../../csv/import-report.dto';
import { pagesOf } from '../../../csv/table-export';
import { tenantCondition, TransactionService } from '../../../platform/database';
import { PRINTER_MODEL_COLUMNS, PRINTER_MODEL_KEY } from './printer-model-columns';
import { PrinterModelRows } from './printer-model-rows';

interface ExportedRow {
  readonly model_id: string;
  readonly sort_name: string;
}

/** Models of a page; each has some rows. */
const PAGE = 200;

/** Printer models and their accessories in CSV files. */
@Injectable()
export class PrinterModelFiles {
  constructor(
    private readonly importer: CsvImporter,
    private readonly transactions: TransactionService,
    private readonly rows: PrinterModelRows,
  ) {}

  /** @throws one of IMPORT_ERRORS */
  import(file: ImportFile, options: ImportOptions): Promise<ImportReportDto> {
    const target: CsvImport = {
      name: 'printer-models',
      columns: PRINTER_MODEL_COLUMNS,
      key: PRINTER_MODEL_KEY,
      write: (batch: Batch) => this.rows.write(batch),
    };
    return this.importer.run(target, file, options);
  }

  export(): CsvExport {
    const pages = pagesOf<ExportedRow>(this.transactions, (last) => this.page(last));
    return { fileName: 'druckermodelle.csv', columns: PRINTER_MODEL_COLUMNS, pages };
  }

  private page(last: ExportedRow | undefined): Promise<ExportedRow[]> {
    return this.transactions.query<ExportedRow>(
      `SELECT m.id AS model_id, m.sort_name, m.manufacturer, m.name AS model, t.number AS article, a.kind, a.yield_pages
       FROM (SELECT m.* FROM printer_models m WHERE ${tenantCondition('m')}
             ${last ? 'AND (m.sort_name, m.id) > ($2, $3::uuid)' : ''} ORDER BY m.sort_name, m.id LIMIT ${PAGE}) m
       LEFT JOIN printer_model_accessories a ON ${tenantCondition('a')} AND a.printer_model_id = m.id
       LEFT JOIN articles t ON ${tenantCondition('t')} AND t.id = a.article_id
       ORDER BY m.sort_name, m.id, a.kind, t.number`,
      [this.transactions.tenantId, ...(last ? [last.sort_name, last.model_id] : [])],
    );
  }
}

import { Injectable } from '@nestjs/common';
import { TransactionService } from '../platform/database';
import type { CsvExport } from './csv-export';
import { CsvImporter, type ImportFile } from './csv-importer';
import type { ImportOptions } from './import-form.dto';
import type { ImportReportDto } from './import-report.dto';
import { tablePages } from './table-export';
import { type ImportTable, tableImport } from './table-import';

/** CSV files of one table, both ways; a module names the table and is done. */
@Injectable()
export abstract class TableFiles {
  protected abstract readonly table: ImportTable;
  /** Of exports. */
  protected abstract readonly fileName: string;

  constructor(
    private readonly importer: CsvImporter,
    private readonly transactions: TransactionService,
  ) {}

  /** @throws one of IMPORT_ERRORS */
  import(file: ImportFile, options: ImportOptions): Promise<ImportReportDto> {
    return this.importer.run(tableImport(this.transactions, this.table), file, options);
  }

  export(): CsvExport {
    const { fileName, table } = this;
    return { fileName, columns: table.columns, pages: tablePages(this.transactions, table) };
  }
}

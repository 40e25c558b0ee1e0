import { Injectable } from '@nestjs/common';
import type { CsvExport } from '../../../platform/csv/csv-export';
import { CsvImporter, type ImportFile } from '../../../platform/csv/csv-importer';
import type { ImportOptions } from '../../../platform/csv/import-form.dto';
import type { ImportReportDto } from '../../../platform/csv/import-report.dto';
import { tablePages } from '../../../platform/csv/table-export';
import { tableImport } from '../../../platform/csv/table-import';
import { TransactionService } from '../../../platform/database/transaction.service';
import { CUSTOMER_TABLE } from './customer-columns';

/** Customers in CSV files. */
@Injectable()
export class CustomerFiles {
  constructor(
    private readonly importer: CsvImporter,
    private readonly transactions: TransactionService,
  ) {}

  /** @throws one of IMPORT_ERRORS */
  import(file: ImportFile, options: ImportOptions): Promise<ImportReportDto> {
    return this.importer.run(tableImport(this.transactions, CUSTOMER_TABLE), file, options);
  }

  export(): CsvExport {
    const pages = tablePages(this.transactions, CUSTOMER_TABLE);
    return { fileName: 'kunden.csv', columns: CUSTOMER_TABLE.columns, pages };
  }
}

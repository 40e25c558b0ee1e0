import { Injectable } from '@nestjs/common';
import type { CsvExport } from '../../../platform/csv/csv-export';
import { CsvImporter, type ImportFile } from '../../../platform/csv/csv-importer';
import type { ImportOptions } from '../../../platform/csv/import-form.dto';
import type { ImportReportDto } from '../../../platform/csv/import-report.dto';
import { tablePages } from '../../../platform/csv/table-export';
import { tableImport } from '../../../platform/csv/table-import';
import { TransactionService } from '../../../platform/database/transaction.service';
import { ARTICLE_TABLE } from './article-columns';

/** Articles in CSV files. */
@Injectable()
export class ArticleFiles {
  constructor(
    private readonly importer: CsvImporter,
    private readonly transactions: TransactionService,
  ) {}

  /** @throws one of IMPORT_ERRORS */
  import(file: ImportFile, options: ImportOptions): Promise<ImportReportDto> {
    return this.importer.run(tableImport(this.transactions, ARTICLE_TABLE), file, options);
  }

  export(): CsvExport {
    const pages = tablePages(this.transactions, ARTICLE_TABLE);
    return { fileName: 'artikel.csv', columns: ARTICLE_TABLE.columns, pages };
  }
}

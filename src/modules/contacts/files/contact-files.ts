import { Injectable } from '@nestjs/common';
import type { CsvExport } from '../../../csv/csv-export';
import type { Batch, CsvImport } from '../../../csv/csv-import';
import { CsvImporter, type ImportFile } from '../../../csv/csv-importer';
import type { ImportOptions } from '../../../csv/import-form.dto';
import type { ImportReportDto } from '../../../csv/import-report.dto';
import { pagesOf } from '../../../csv/table-export';
import { TransactionService } from '../../../platform/database';
import { type CustomerName, ContactsReader } from '../contacts.reader';
import { CONTACT_COLUMNS, CONTACT_KEY } from './contact-columns';
import { ContactRows } from './contact-rows';
import type { SeenContacts } from './known-contacts';

export interface ContactImportReport extends ImportReportDto {
  /** Who got new contacts. */
  readonly customers: readonly CustomerName[];
}

/** In the report: a longer list is of no use. */
const MAX_NAMED_CUSTOMERS = 100;

/** Contacts in CSV files. */
@Injectable()
export class ContactFiles {
  constructor(
    private readonly importer: CsvImporter,
    private readonly transactions: TransactionService,
    private readonly rows: ContactRows,
    private readonly reader: ContactsReader,
  ) {}

  /** @throws one of IMPORT_ERRORS */
  async import(file: ImportFile, options: ImportOptions): Promise<ContactImportReport> {
    const seen: SeenContacts = new Map();
    const joined = new Set<string>();
    const target: CsvImport = {
      name: 'contacts',
      columns: CONTACT_COLUMNS,
      key: CONTACT_KEY,
      // The same contact may be meant by address or by name: ContactRows finds repetitions.
      keyOf: () => [],
      write: (batch: Batch) => this.rows.write(batch, seen, joined),
    };
    const report = await this.importer.run(target, file, options);
    const named = [...joined].slice(0, MAX_NAMED_CUSTOMERS);
    const names = await this.reader.customerNames(named);
    return Object.assign(report, { customers: named.flatMap((id) => names.get(id) ?? []) });
  }

  export(): CsvExport {
    const pages = pagesOf<{ id: string }>(this.transactions, (last) => this.rows.read(last?.id));
    return { fileName: 'ansprechpartner.csv', columns: CONTACT_COLUMNS, pages };
  }
}

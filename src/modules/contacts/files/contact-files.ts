import { Injectable } from '@nestjs/common';
import type { CsvExport } from '../../../csv/csv-export';
import type { Batch, CsvImport, Written } from '../../../csv/csv-import';
import { CsvImporter, type ImportFile } from '../../../csv/csv-importer';
import type { ImportOptions } from '../../../csv/import-form.dto';
import type { ImportReportDto } from '../../../csv/import-report.dto';
import type { CsvRow } from '../../../csv/reading/rows';
import { pagesOf } from '../../../csv/table-export';
import { TransactionService } from '../../../platform/database';
import { comparisonKey } from '../../../platform/text/comparison-key';
import { customerUnknown } from '../contacts.errors';
import { type CustomerName, ContactsReader } from '../contacts.reader';
import { COLUMNS_OF_CUSTOMER, CONTACT_COLUMNS, CONTACT_KEY } from './contact-columns';
import { notOfCustomer } from './contact-refusals';
import { ContactRows } from './contact-rows';
import type { SeenContacts } from './known-contacts';

export interface ContactImportReport extends ImportReportDto {
  /** Who got new contacts. */
  readonly customers: readonly CustomerName[];
}

export interface ContactImport extends ImportOptions {
  /** All rows are contacts of this one. */
  readonly customerId?: string;
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

  /** @throws one of IMPORT_ERRORS, customerUnknown */
  async import(file: ImportFile, { customerId, ...options }: ContactImport): Promise<ContactImportReport> {
    const customer = customerId === undefined ? undefined : await this.customer(customerId);
    const seen: SeenContacts = new Map();
    const joined = new Set<string>();
    const target: CsvImport = {
      name: 'contacts',
      columns: customer ? COLUMNS_OF_CUSTOMER : CONTACT_COLUMNS,
      key: CONTACT_KEY,
      // The same contact may be meant by address or by name: ContactRows finds repetitions.
      keyOf: () => [],
      write: (batch: Batch) => this.write(batch, customer, (own) => this.rows.write(own, seen, joined)),
    };
    const report = await this.importer.run(target, file, options);
    const named = [...joined].slice(0, MAX_NAMED_CUSTOMERS);
    const names = await this.reader.customerNames(named);
    return Object.assign(report, { customers: named.flatMap((id) => names.get(id) ?? []) });
  }

  private async customer(id: string): Promise<CustomerName> {
    const customer = (await this.reader.customerNames([id])).get(id);
    if (!customer) throw customerUnknown({ pointer: '/customerId' });
    return customer;
  }

  /** Of a file of one customer, the rows are theirs, and those that name another one are refused. */
  private async write(
    batch: Batch,
    customer: CustomerName | undefined,
    write: (batch: Batch) => Promise<Written>,
  ): Promise<Written> {
    if (!customer) return write(batch);
    const { number } = customer;
    const isOwn = ({ values }: CsvRow): boolean => {
      const { customer: named } = values as { readonly customer?: string | null };
      return !named || comparisonKey(named) === comparisonKey(number);
    };
    const own = batch.rows
      .filter(isOwn)
      .map((row) => ({ ...row, values: { ...row.values, customer: number } }));
    const refused = batch.rows
      .filter((row) => !isOwn(row))
      .map((row) => ({ row, field: 'customer', reason: notOfCustomer(number) }));
    const written = await write({ ...batch, rows: own });
    return { ...written, refused: [...written.refused, ...refused] };
  }

  export(): CsvExport {
    const pages = pagesOf<{ id: string }>(this.transactions, (last) => this.rows.read(last?.id));
    return { fileName: 'ansprechpartner.csv', columns: CONTACT_COLUMNS, pages };
  }
}

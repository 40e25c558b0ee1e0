import { Injectable } from '@nestjs/common';
import type { Language } from '../../../platform/context/context';
import { type Batch, type RefusedRow, repetition, type Written } from '../../../csv/csv-import';
import { BadCell } from '../../../csv/cells/cell-type';
import type { CsvRow } from '../../../csv/reading/rows';
import { TableRows, type TableShape } from '../../../csv/table-rows';
import { mapUniqueViolation, tenantCondition, TransactionService } from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { newId } from '../../../platform/ids';
import { emailKey } from '../../../platform/text/email-address';
import { AccountsService } from '../../auth';
import { contactEmailTaken } from '../contacts.errors';
import { changesOf, customerChanged } from '../customer.events';
import { ContactsReader } from '../contacts.reader';
import {
  type ContactNaming,
  type KnownContact,
  KnownContacts,
  type SeenContacts,
  nameOf,
} from './known-contacts';
import { CustomerArchive } from '../customers/customer-archive';
import * as refusals from './contact-refusals';

type ContactRow = ContactNaming & {
  readonly customer: string;
  readonly language?: Language | null;
};

/** What the names in the rows stand for. */
interface Known {
  readonly customers: ReadonlyMap<string, string>;
  /** Ids of those that get nobody new. */
  readonly archived: ReadonlySet<string>;
  readonly contacts: KnownContacts;
  /** Ids of those who have access, or had. */
  readonly accounts: ReadonlySet<string>;
}

/** A row and the contact that it means; absent where that is new. */
interface Read {
  readonly row: CsvRow;
  readonly contact?: KnownContact;
}

const PLAIN = ['first_name', 'last_name', 'phone', 'mobile', 'position', 'language', 'ticket_mails', 'notes'];
const STORED = [...PLAIN, 'email'];
const COLUMNS = ['id', 'customer_id', 'version', ...STORED].map((column) => `t.${column}`).join(', ');

const TABLE: TableShape = {
  name: 'contacts',
  key: 'id',
  types: {
    ...Object.fromEntries([...STORED, 'email_key'].map((column) => [column, 'text'])),
    customer_id: 'uuid',
    ticket_mails: 'boolean',
  },
  // A file that lacks what a new contact needs is refused as a whole.
  needed: {},
  lasting: ['customer_id'],
  guarded: true,
};
const DUPLICATES = { contacts_email: contactEmailTaken };
const PAGE = 500;

/** Contacts between files and the table: customers have numbers there and ids here. Access is given elsewhere. */
@Injectable()
export class ContactRows {
  constructor(
    private readonly transactions: TransactionService,
    private readonly customers: ContactsReader,
    private readonly archive: CustomerArchive,
    private readonly accounts: AccountsService,
    private readonly events: EventPublisher,
  ) {}

  /**
   * @param seen where the import has seen which contact; this call adds its own
   * @param joined the customers who get new contacts; this call adds its own
   */
  async write({ rows, fields }: Batch, seen: SeenContacts, joined: Set<string>): Promise<Written> {
    const known = await this.known(rows);
    const refused: RefusedRow[] = [];
    const good: Read[] = [];
    for (const row of rows) {
      const read = readRow(row, known, seen);
      if ('reason' in read) refused.push(read);
      else good.push(read);
    }
    const columns = [
      'customer_id',
      ...fields.filter((field) => STORED.includes(field)),
      ...(fields.includes('email') ? ['email_key'] : []),
    ];
    const table = new TableRows(this.transactions, TABLE, columns);
    const written = await mapUniqueViolation(DUPLICATES, () => table.write(good.map(({ row }) => row)));
    const overtaken = new Set(written.refused.map(({ row }) => row));
    const kept = good.filter(({ row }) => !overtaken.has(row));
    await this.accounts.followNames(kept.flatMap((read) => holderOf(read, known)));
    const customers = kept.map(({ row }) => String(row.values.customer_id));
    this.events.publishAll(customerChanged, changesOf(customers));
    for (const { row, contact } of kept) if (!contact) joined.add(String(row.values.customer_id));
    // A file has no ids: the name stands for whom it means.
    const changed = written.refused.map((refusal) => ({ ...refusal, field: 'last_name' }));
    return { ...written, refused: [...refused, ...changed] };
  }

  /** A page of all contacts, in the order in which they were recorded. */
  read(after: string | undefined): Promise<{ id: string }[]> {
    return this.transactions.query<{ id: string }>(
      `SELECT ${COLUMNS}, c.number AS customer FROM contacts t
       JOIN customers c ON c.tenant_id = t.tenant_id AND c.id = t.customer_id
       WHERE ${tenantCondition('t')} AND t.erased_at IS NULL ${after ? 'AND t.id > $2' : ''} ORDER BY t.id LIMIT ${PAGE}`,
      [this.transactions.tenantId, ...(after ? [after] : [])],
    );
  }

  private async known(rows: readonly CsvRow[]): Promise<Known> {
    const values = rows.map(valuesOf);
    const customers = await this.customers.customerIds(values.map(({ customer }) => customer));
    const contacts = await this.transactions.query<KnownContact>(
      `WITH meant AS (
         SELECT t.id FROM contacts t WHERE ${tenantCondition('t')} AND t.email_key = ANY($2::text[])
         UNION
         SELECT t.id FROM contacts t WHERE ${tenantCondition('t')} AND t.customer_id = ANY($3::uuid[])
           AND search_fold(t.last_name) IN (SELECT search_fold(name) FROM unnest($4::text[]) name)
       )
       SELECT ${COLUMNS}, c.number AS customer_number FROM meant JOIN contacts t ON ${tenantCondition('t')} AND t.id = meant.id AND t.erased_at IS NULL
       JOIN customers c ON c.tenant_id = t.tenant_id AND c.id = t.customer_id`,
      [
        this.transactions.tenantId,
        values.flatMap(({ email }) => (email ? [emailKey(email)] : [])),
        [...customers.values()],
        values.map((row) => row.last_name),
      ],
    );
    const accounts = await this.accounts.viewsOf(contacts.map(({ id }) => id));
    return {
      customers,
      archived: await this.archive.archivedAmong([...customers.values()]),
      contacts: new KnownContacts(contacts, values),
      accounts: new Set(accounts.keys()),
    };
  }
}

/** One bad cell is enough for a row; the next import names the other. */
function readRow(row: CsvRow, known: Known, seen: SeenContacts): Read | RefusedRow {
  const values = valuesOf(row);
  const customerId = known.customers.get(values.customer);
  if (customerId === undefined) return { row, field: 'customer', reason: refusals.CUSTOMER_UNKNOWN };
  const contact = contactOf(row, known.contacts.meantBy(values, customerId, seen), seen);
  if (contact instanceof BadCell) return { row, field: 'last_name', reason: contact };
  if (!contact && known.archived.has(customerId)) {
    return { row, field: 'customer', reason: refusals.CUSTOMER_ARCHIVED };
  }
  const reason = contact && objectionTo(values, customerId, contact, known);
  if (reason) return { row, field: 'email', reason };
  const line = contact && seen.get(contact.id)?.line;
  if (line !== undefined) {
    return { row, field: values.email ? 'email' : 'last_name', reason: repetition(nameOf(values), line) };
  }
  const id = contact?.id ?? newId();
  seen.set(id, { line: row.line, byEmail: Boolean(values.email) });
  if (!contact) {
    // A later row of the batch may mean it, too.
    known.contacts.add({ ...values, id, customer_id: customerId, customer_number: values.customer });
  }
  // The spelling that was entered first stays.
  const email = (values.email && contact?.email) ?? values.email ?? null;
  const keyed = { email, email_key: email && emailKey(email) };
  const version = contact?.version;
  return { row: { ...row, values: { ...values, ...keyed, id, version, customer_id: customerId } }, contact };
}

/** Of several who are called the same, the one who is just as the row says, and whom no other row has meant. */
function contactOf(
  { values }: CsvRow,
  found: readonly KnownContact[],
  seen: SeenContacts,
): KnownContact | BadCell | undefined {
  if (found.length < 2) return found[0];
  const fields = STORED.filter((field) => field in values);
  const isAs = (contact: KnownContact): boolean =>
    fields.every((field) => (contact[field] ?? null) === (values[field] ?? null));
  return found.find((contact) => !seen.has(contact.id) && isAs(contact)) ?? refusals.SEVERAL;
}

/** An address is proven, or another's, or leads to mails: an import changes none of these. */
function objectionTo(
  row: ContactRow,
  customerId: string,
  contact: KnownContact,
  { accounts }: Known,
): BadCell | undefined {
  if (contact.customer_id !== customerId)
    return refusals.ofOtherCustomer(nameOf(contact), contact.customer_number);
  const { email } = row;
  const stays = email === undefined || keyOrNull(email) === keyOrNull(contact.email);
  if (stays) return undefined;
  if (email && contact.email) return refusals.hasOtherAddress(nameOf(contact), contact.email);
  return accounts.has(contact.id) ? refusals.HAS_ACCESS : undefined;
}

/** What the account of somebody is to say, where there is one. */
function holderOf(
  { row: { values }, contact }: Read,
  { accounts }: Known,
): { id: string; name: string; language: Language | null }[] {
  if (!contact || !accounts.has(contact.id)) return [];
  const { id, language = null, ...naming } = { ...contact, ...values } as KnownContact & ContactRow;
  return [{ id, name: nameOf(naming), language }];
}

function keyOrNull(email: string | null | undefined): string | null {
  return email ? emailKey(email) : null;
}

function valuesOf({ values }: CsvRow): ContactRow {
  return values as ContactRow;
}

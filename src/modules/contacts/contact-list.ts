import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { InjectTenantRepository, type TenantRepository, TransactionService } from '../../platform/database';
import { notFound } from '../../platform/errors';
import { KeysetList, type Page, type PageRequest } from '../../platform/http/paging/keyset-list';
import { type MailDelivery, Mailer } from '../../mail/mailer';
import { AccountsService } from '../auth';
import { Contact } from './contact.entity';
import { CustomersService } from './customers/customers.service';
import { CREDENTIALS_MAILS } from './portal-access/credentials-mails';
import { type PortalAccessSummary, summaryOf } from './portal-access/portal-access';

/** A contact with the column "Kundenportal". */
export interface ListedContact {
  readonly contact: Contact;
  readonly access: PortalAccessSummary;
  /** Of who is invited. */
  readonly mail: MailDelivery | null;
}

const BY_NAME = {
  by: `search_fold(concat_ws(' ', t.last_name, t.first_name))`,
  type: 'text',
  direction: 'ASC',
} as const;

const NAME = `concat_ws(' ', t.first_name, t.last_name)`;
/** Of the few people of one company each is looked at; words are the same as in every search, and without any nothing is found. */
const HAS_WORDS = `search_words($2) <> '' AND ' ' || search_words(concat_ws(' ', ${NAME}, search_joined(${NAME}))) LIKE ALL (
  ARRAY(SELECT search_pattern(w) FROM unnest(string_to_array(search_words($2), ' ')) w))`;

interface ContactListRequest extends PageRequest {
  /** Words of a name. */
  readonly search?: string;
}

/** The contacts of a customer by name; a page takes the same few statements, however many there are. */
@Injectable()
export class ContactList {
  constructor(
    private readonly transactions: TransactionService,
    private readonly lists: KeysetList,
    private readonly accounts: AccountsService,
    private readonly customers: CustomersService,
    private readonly mailer: Mailer,
    @InjectTenantRepository(Contact) private readonly contacts: TenantRepository<Contact>,
  ) {}

  /** @throws notFound */
  page(customerId: string, { search, ...query }: ContactListRequest): Promise<Page<ListedContact>> {
    return this.transactions.run(async () => {
      await this.customers.get(customerId);
      const page = await this.lists.page<{ id: string }, 'name'>({
        select: 't.id',
        from: 'contacts t',
        where: ['t.customer_id = $1', 't.erased_at IS NULL', ...(search === undefined ? [] : [HAS_WORDS])],
        parameters: [customerId, ...(search === undefined ? [] : [search])],
        sorts: { name: BY_NAME },
        sort: 'name',
        query,
      });
      return { ...page, items: await this.listed(page.items.map(({ id }) => id)) };
    });
  }

  /** One of a customer's contacts, as in the list. @throws notFound */
  get(customerId: string, id: string): Promise<ListedContact> {
    return this.transactions.run(async () => {
      const contact = await this.contacts.findOne({ id, customerId, erasedAt: IsNull() });
      const [listed] = contact ? await this.listed([id]) : [];
      if (!listed) throw notFound();
      return listed;
    });
  }

  private async listed(ids: string[]): Promise<ListedContact[]> {
    const contacts = ids.length > 0 ? await this.contacts.find({ id: In(ids) }) : [];
    const byId = new Map(contacts.map((contact) => [contact.id, contact]));
    const accounts = await this.accounts.viewsOf(ids);
    const invited = ids.filter((id) => accounts.get(id)?.state === 'INVITED');
    const mails = await this.mailer.newest(CREDENTIALS_MAILS, invited);
    return ids.flatMap((id) => {
      const contact = byId.get(id);
      const access = summaryOf(accounts.get(id));
      return contact ? [{ contact, access, mail: mails.get(id) ?? null }] : [];
    });
  }
}

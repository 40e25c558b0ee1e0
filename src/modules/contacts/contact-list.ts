import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { TransactionService } from '../../platform/database/transaction.service';
import type { ListQuery } from '../../platform/http/paging/list-query.dto';
import { KeysetList, type Page } from '../../platform/http/paging/keyset-list';
import { AccountsService } from '../auth';
import { Contact } from './contact.entity';
import { CustomersService } from './customers/customers.service';
import { type PortalAccessSummary, summaryOf } from './portal-access/portal-access';

/** A contact with the column "Kundenportal". */
export interface ListedContact {
  readonly contact: Contact;
  readonly access: PortalAccessSummary;
}

const BY_NAME = {
  by: `search_fold(concat_ws(' ', t.last_name, t.first_name))`,
  type: 'text',
  direction: 'ASC',
} as const;

/** The contacts of a customer by name; a page takes the same few statements, however many there are. */
@Injectable()
export class ContactList {
  constructor(
    private readonly transactions: TransactionService,
    private readonly lists: KeysetList,
    private readonly accounts: AccountsService,
    private readonly customers: CustomersService,
    @InjectTenantRepository(Contact) private readonly contacts: TenantRepository<Contact>,
  ) {}

  /** @throws notFound */
  page(customerId: string, query: ListQuery): Promise<Page<ListedContact>> {
    return this.transactions.run(async () => {
      await this.customers.get(customerId);
      const page = await this.lists.page<{ id: string }, 'name'>({
        select: 't.id',
        from: 'contacts t',
        where: ['t.customer_id = $1'],
        parameters: [customerId],
        sorts: { name: BY_NAME },
        sort: 'name',
        query,
      });
      return { ...page, items: await this.listed(page.items.map(({ id }) => id)) };
    });
  }

  private async listed(ids: string[]): Promise<ListedContact[]> {
    const contacts = ids.length > 0 ? await this.contacts.find({ id: In(ids) }) : [];
    const byId = new Map(contacts.map((contact) => [contact.id, contact]));
    const accounts = await this.accounts.viewsOf(ids);
    return ids.flatMap((id) => {
      const contact = byId.get(id);
      return contact ? [{ contact, access: summaryOf(accounts.get(id)) }] : [];
    });
  }
}

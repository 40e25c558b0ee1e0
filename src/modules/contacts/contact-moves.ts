import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import type { PortalRole } from '../../platform/context/actor';
import { tenantCondition, TransactionService } from '../../platform/database';
import { EventPublisher } from '../../platform/events/event-publisher';
import { AccountsService } from '../auth';
import { changesOf, customerChanged } from './customer.events';
import { customerUnknown } from './contacts.errors';
import { ContactsService } from './contacts.service';
import { CustomersService } from './customers/customers.service';

// Nothing else changes `customer_id`. Who is forgotten later is forgotten there, too.
const MOVE = `
  UPDATE contacts t SET customer_id = $3, version = t.version + 1,
    former_customer_ids = array_append(array_remove(t.former_customer_ids, t.customer_id), t.customer_id)
  WHERE ${tenantCondition('t')} AND t.id = $2`;

/** Takes contacts to another customer; each call joins the transaction of its caller. */
@Injectable()
export class ContactMoves {
  constructor(
    private readonly transactions: TransactionService,
    private readonly customers: CustomersService,
    private readonly accounts: AccountsService,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
    private readonly contacts: ContactsService,
  ) {}

  /**
   * Whether the contact has moved: not where it is there already.
   * @param role of the access at the other company, where there is one
   * @throws notFound, preconditionFailed, contactErased, customerUnknown, customerArchived
   */
  async move(id: string, version: number, customerId: string, role: PortalRole): Promise<boolean> {
    const contact = await this.contacts.hold(id, version);
    if (!(await this.customers.exists(customerId))) throw customerUnknown({ pointer: '/customerId' });
    if (contact.customerId === customerId) return false;
    const { name: company } = await this.customers.current(customerId);
    await this.transactions.current.query(MOVE, [this.transactions.tenantId, id, customerId]);
    await this.accounts.moveTo(id, { customerId, company, role });
    await this.audit.record({
      action: 'contact.moved',
      objectType: 'Contact',
      objectId: id,
      changes: { from: contact.customerId, customerId, role },
    });
    this.events.publishAll(customerChanged, changesOf([contact.customerId, customerId], 'PUBLIC'));
    return true;
  }
}

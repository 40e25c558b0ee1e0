import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database/tenant.repository';
import { TransactionService } from '../../../platform/database/transaction.service';
import { notFound } from '../../../platform/errors';
import { ContactsReader } from '../../contacts';
import { ActorTickets } from '../actor-tickets';
import { TicketHistory } from '../history/ticket-history';
import { mayManage } from '../ticket.policy';
import type { NamedPerson } from '../ticket-parties';
import { notOwnTicket, tooManyWatchers, watcherWithoutAccess } from '../tickets.errors';
import { UnreadTickets } from '../unread/unread-tickets';
import { TicketWatcher } from './ticket-watcher.entity';

/** More than talk about one ticket; each is named in every announcement of it. */
const MAX_WATCHERS = 20;

/** Lets colleagues see a ticket and hear of it, and takes that away again. */
@Injectable()
export class WatchersService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly tickets: ActorTickets,
    private readonly contacts: ContactsReader,
    private readonly history: TicketHistory,
    private readonly unread: UnreadTickets,
    @InjectTenantRepository(TicketWatcher) private readonly watchers: TenantRepository<TicketWatcher>,
  ) {}

  /** In the order in which they were added. @throws notFound */
  async of(ticketId: string): Promise<NamedPerson[]> {
    await this.tickets.get(ticketId);
    const watchers = await this.watchers.find({ ticketId }, { order: { id: 'ASC' } });
    const names = await this.contacts.contactNames(watchers.map(({ contactId }) => contactId));
    return watchers.map(({ contactId: id }) => ({ id, name: names.get(id)?.name ?? '' }));
  }

  /**
   * Idempotent; whose ticket it is sees it anyhow.
   * @throws notFound, notOwnTicket, watcherWithoutAccess, tooManyWatchers
   */
  add(ticketId: string, contactId: string): Promise<void> {
    return this.transactions.run(async () => {
      const ticket = await this.tickets.lock(ticketId);
      const contact = (await this.contacts.contactNames([contactId])).get(contactId);
      if (contact?.customerId !== ticket.customerId) throw notFound();
      if (!mayManage(currentActor(), ticket)) throw notOwnTicket();
      const watchers = await this.watchers.find({ ticketId });
      if (contactId === ticket.contactId || watchers.some((one) => one.contactId === contactId)) return;
      if (!(await this.contacts.activeRecipient(contactId))) throw watcherWithoutAccess();
      if (watchers.length >= MAX_WATCHERS) throw tooManyWatchers({ values: { max: MAX_WATCHERS } });
      this.watchers.insertDeferred({ ticketId, contactId });
      this.unread.begin(ticket, contactId);
      await this.history.record(ticketId, 'WATCHER_ADDED', { at: new Date(), to: contact.name });
    });
  }

  /** Whoever watches may leave, too. @throws notFound, notOwnTicket */
  remove(ticketId: string, contactId: string): Promise<void> {
    return this.transactions.run(async () => {
      const actor = currentActor();
      const ticket = await this.tickets.lock(ticketId);
      if (!(await this.watchers.exists({ ticketId, contactId }))) throw notFound();
      if (actor.id !== contactId && !mayManage(actor, ticket)) throw notOwnTicket();
      await this.watchers.delete({ ticketId, contactId });
      await this.unread.forget(ticketId, contactId);
      const name = (await this.contacts.contactNames([contactId])).get(contactId)?.name;
      await this.history.record(ticketId, 'WATCHER_REMOVED', { at: new Date(), from: name });
    });
  }
}

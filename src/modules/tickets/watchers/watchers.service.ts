import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import {
  InjectTenantRepository,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { notFound } from '../../../platform/errors';
import { ContactsReader } from '../../contacts';
import { ActorTickets } from '../actor-tickets';
import { TicketHistory } from '../history/ticket-history';
import { mayManage } from '../ticket.policy';
import type { NamedPerson } from '../ticket-parties';
import type { Ticket } from '../ticket.entity';
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
      await this.history.record(ticketId, 'WATCHER_ADDED', {
        at: new Date(),
        to: contact.name,
        personId: contactId,
      });
    });
  }

  /**
   * In the caller's transaction, of locked tickets: whose the one is and who watches it watches the other from now on. Also who
   * has no access just now, and sees their own tickets once they have.
   * @throws tooManyWatchers
   */
  async carryOver(from: Ticket, to: Ticket): Promise<void> {
    const present = await this.watchers.find({ ticketId: to.id });
    const known = new Set([to.contactId, ...present.map(({ contactId }) => contactId)]);
    const before = await this.watchers.find({ ticketId: from.id }, { order: { id: 'ASC' } });
    const people = [from.contactId, ...before.map(({ contactId }) => contactId)];
    const missing = people.filter((id) => id !== null && !known.has(id)) as string[];
    const names = await this.contacts.contactNames(missing);
    // Who has left the company reads nothing there any more.
    const added = missing.filter((id) => names.get(id)?.customerId === to.customerId);
    if (present.length + added.length > MAX_WATCHERS)
      throw tooManyWatchers({ values: { max: MAX_WATCHERS } });
    for (const contactId of added) {
      this.watchers.insertDeferred({ ticketId: to.id, contactId });
      this.unread.begin(to, contactId);
      await this.history.record(to.id, 'WATCHER_ADDED', {
        at: new Date(),
        to: names.get(contactId)?.name,
        personId: contactId,
      });
    }
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
      await this.history.record(ticketId, 'WATCHER_REMOVED', {
        at: new Date(),
        from: name,
        personId: contactId,
      });
    });
  }
}

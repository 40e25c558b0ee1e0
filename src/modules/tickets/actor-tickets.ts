import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../platform/context/actor-scope.policy';
import { currentActor } from '../../platform/context/context';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database';
import { notFound } from '../../platform/errors';
import { Ticket } from './ticket.entity';
import { UnreadTickets } from './unread/unread-tickets';
import { TicketWatchers } from './watchers/ticket-watchers';

/** The tickets that whoever is acting may see; for everybody else's there is no way past here. */
@Injectable()
export class ActorTickets {
  /** What contacts saw as the last change when the ticket was locked. */
  private readonly activityOf = new WeakMap<Ticket, Date>();

  constructor(
    private readonly unread: UnreadTickets,
    private readonly watchers: TicketWatchers,
    @InjectTenantRepository(Ticket) private readonly tickets: TenantRepository<Ticket>,
  ) {}

  /** @throws notFound */
  async get(id: string): Promise<Ticket> {
    const { contactId, ...company } = scopeOf(currentActor());
    return this.visible(await this.tickets.findOne({ id, ...company }), contactId);
  }

  /** As `get`, but nobody else can change the ticket until the transaction ends. @throws notFound */
  async lock(id: string): Promise<Ticket> {
    const { contactId, ...company } = scopeOf(currentActor());
    const ticket = await this.visible(await this.tickets.lock({ id, ...company }), contactId);
    this.activityOf.set(ticket, ticket.publicActivityAt);
    return ticket;
  }

  /** Writes a locked ticket back; what contacts may see of the change is unread to them. */
  async save(ticket: Ticket): Promise<void> {
    await this.tickets.update(ticket);
    if (ticket.publicActivityAt !== this.activityOf.get(ticket)) this.unread.note(ticket);
  }

  /** @param contactId who sees their own tickets and those that they watch; absent: whoever sees all that was asked for */
  private async visible(ticket: Ticket | null, contactId?: string): Promise<Ticket> {
    if (!ticket) throw notFound();
    if (contactId === undefined || ticket.contactId === contactId) return ticket;
    if (!(await this.watchers.isWatching(ticket.id, contactId))) throw notFound();
    return ticket;
  }
}

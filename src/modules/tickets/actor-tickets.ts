import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../platform/context/actor-scope.policy';
import { currentActor } from '../../platform/context/context';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { notFound } from '../../platform/errors';
import { Ticket } from './ticket.entity';
import { UnreadTickets } from './unread/unread-tickets';

/** The tickets that whoever is acting may see; for everybody else's there is no way past here. */
@Injectable()
export class ActorTickets {
  /** What contacts saw as the last change when the ticket was locked. */
  private readonly activityOf = new WeakMap<Ticket, Date>();

  constructor(
    private readonly unread: UnreadTickets,
    @InjectTenantRepository(Ticket) private readonly tickets: TenantRepository<Ticket>,
  ) {}

  /** @throws notFound */
  async get(id: string): Promise<Ticket> {
    return found(await this.tickets.findOne({ id, ...scopeOf(currentActor()) }));
  }

  /** As `get`, but nobody else can change the ticket until the transaction ends. @throws notFound */
  async lock(id: string): Promise<Ticket> {
    const ticket = found(await this.tickets.lock({ id, ...scopeOf(currentActor()) }));
    this.activityOf.set(ticket, ticket.publicActivityAt);
    return ticket;
  }

  /** Writes a locked ticket back; what contacts may see of the change is unread to them. */
  async save(ticket: Ticket): Promise<void> {
    await this.tickets.update(ticket);
    if (ticket.publicActivityAt !== this.activityOf.get(ticket)) await this.unread.note(ticket);
  }
}

function found(ticket: Ticket | null): Ticket {
  if (!ticket) throw notFound();
  return ticket;
}

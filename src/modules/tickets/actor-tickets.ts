import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../platform/context/actor-scope.policy';
import { currentActor } from '../../platform/context/context';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { notFound } from '../../platform/http/http.errors';
import { Ticket } from './ticket.entity';

/** The tickets that whoever is acting may see; for everybody else's there is no way past here. */
@Injectable()
export class ActorTickets {
  constructor(@InjectTenantRepository(Ticket) private readonly tickets: TenantRepository<Ticket>) {}

  /** @throws notFound */
  async get(id: string): Promise<Ticket> {
    return found(await this.tickets.findOne({ id, ...scopeOf(currentActor()) }));
  }

  /** As `get`, but nobody else can change the ticket until the transaction ends. @throws notFound */
  async lock(id: string): Promise<Ticket> {
    return found(await this.tickets.lock({ id, ...scopeOf(currentActor()) }));
  }

  async save(ticket: Ticket): Promise<void> {
    await this.tickets.update(ticket);
  }
}

function found(ticket: Ticket | null): Ticket {
  if (!ticket) throw notFound();
  return ticket;
}

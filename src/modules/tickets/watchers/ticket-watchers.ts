import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database';
import type { Ticket } from '../ticket.entity';
import { TicketWatcher } from './ticket-watcher.entity';

/** Who sees a ticket besides its contact and the main users. */
@Injectable()
export class TicketWatchers {
  constructor(
    @InjectTenantRepository(TicketWatcher) private readonly watchers: TenantRepository<TicketWatcher>,
  ) {}

  isWatching(ticketId: string, contactId: string): Promise<boolean> {
    return this.watchers.exists({ ticketId, contactId });
  }

  /** The ids of contacts. */
  async of(ticketId: string): Promise<string[]> {
    const watchers = await this.watchers.find({ ticketId }, { order: { id: 'ASC' } });
    return watchers.map(({ contactId }) => contactId);
  }

  /** As `of`, with whose ticket it is. */
  async andContactOf({ id, contactId }: Pick<Ticket, 'id' | 'contactId'>): Promise<string[]> {
    const watchers = await this.of(id);
    return contactId === null ? watchers : [contactId, ...watchers];
  }
}

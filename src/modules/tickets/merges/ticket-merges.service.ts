import { Injectable } from '@nestjs/common';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { preconditionFailed } from '../../../platform/errors';
import { ActorTickets } from '../actor-tickets';
import { ticketMerged as mergedEvent } from '../events/ticket.events';
import { TicketHistory } from '../history/ticket-history';
import { Ticket } from '../ticket.entity';
import { takesReplies } from '../ticket-status';
import {
  mergedAcrossCustomers,
  mergedWithItself,
  ticketClosed,
  ticketMerged,
  tooManyMerged,
} from '../tickets.errors';
import { WatchersService } from '../watchers/watchers.service';

/** More than anybody writes about one thing; each is read whenever the ticket is. */
const MAX_MERGED = 20;

/** A ticket as the caller has read it. */
interface SeenTicket {
  readonly id: string;
  readonly version: number;
}

/** Makes one of two tickets. Nothing that was written is moved: what the second has is read with the first. */
@Injectable()
export class TicketMergesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly tickets: ActorTickets,
    private readonly watchers: WatchersService,
    private readonly history: TicketHistory,
    private readonly events: EventPublisher,
    @InjectTenantRepository(Ticket) private readonly all: TenantRepository<Ticket>,
  ) {}

  /**
   * @param seenFirst goes on
   * @param seenSecond ends, and goes on in the first, as does what had been merged into it before
   * @throws notFound, preconditionFailed, mergedWithItself, mergedAcrossCustomers, ticketMerged, ticketClosed, tooManyMerged,
   * tooManyWatchers
   */
  merge(seenFirst: SeenTicket, seenSecond: SeenTicket): Promise<void> {
    return this.transactions.run(async () => {
      const [first, second] = await this.lock(seenFirst, seenSecond);
      if (first.id === second.id) throw mergedWithItself();
      if (first.customerId !== second.customerId) throw mergedAcrossCustomers();
      if (first.mergedIntoId !== null || second.mergedIntoId !== null) throw ticketMerged();
      if (!takesReplies(first.status)) throw ticketClosed();
      const now = new Date();
      await this.watchers.carryOver(second, first);
      second.mergeInto(first.id, now);
      first.showActivity(now);
      await this.tickets.save(second);
      await this.tickets.save(first);
      await this.reassignEarlierMerges(second.id, first.id);
      await this.history.record(first.id, 'MERGED', { at: now, to: second.number, visibility: 'PUBLIC' });
      await this.history.record(second.id, 'MERGED_INTO', { at: now, to: first.number });
      const { id: ticketId, subject } = second;
      await this.events.publish(mergedEvent, { ticketId, subject, intoId: first.id });
    });
  }

  /** In the order of their ids, whichever is to go on: two who do it the other way round wait for each other in turn. */
  private async lock(...seen: [SeenTicket, SeenTicket]): Promise<[Ticket, Ticket]> {
    const locked = new Map<string, Ticket>();
    for (const { id } of seen.toSorted((one, other) => (one.id < other.id ? -1 : 1))) {
      locked.set(id, await this.tickets.lock(id));
    }
    if (seen.some(({ id, version }) => locked.get(id)?.version !== version)) throw preconditionFailed();
    return seen.map(({ id }) => locked.get(id)) as [Ticket, Ticket];
  }

  private async reassignEarlierMerges(from: string, to: string): Promise<void> {
    await this.transactions.query(
      `UPDATE tickets t SET merged_into_id = $3, version = t.version + 1
       WHERE ${tenantCondition('t')} AND t.merged_into_id = $2`,
      [this.transactions.tenantId, from, to],
    );
    const merged = await this.all.find({ mergedIntoId: to }, { take: MAX_MERGED + 1 });
    if (merged.length > MAX_MERGED) throw tooManyMerged({ values: { max: MAX_MERGED } });
  }
}

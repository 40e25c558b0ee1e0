import { Injectable } from '@nestjs/common';
import type { UndeliveredMailDto } from '../../../mail/undelivered-mail.dto';
import { currentActor } from '../../../platform/context/context';
import { KeysetList, type Page } from '../../../platform/http/paging/keyset-list';
import { UndeliveredToContacts } from '../../contacts';
import { ActorTickets } from '../actor-tickets';
import { TicketCategoryNames } from '../categories/ticket-category-names';
import type { TicketSort } from '../ticket-sort';
import {
  type ListTicketsQuery,
  presentTicket,
  presentTicketDetail,
  type TicketDetailDto,
  type TicketDto,
} from './staff-ticket.dto';
import { ticketSearch } from '../search/ticket-search';
import { type Ticket, TICKET_COLUMNS, type TicketRow } from '../ticket.entity';
import { TicketPartiesReader } from '../ticket-parties';
import type { CreatedTicket } from '../tickets.service';
import { isRunning } from '../ticket-status';
import { sortOfRunningOnly } from '../tickets.errors';
import { conditionsFor, statusesFor } from './ticket-filter';
import { type TicketParts, TicketPartsReader } from './ticket-parts.reader';

/** The most urgent first; as the index `tickets_most_urgent` has it. */
const PRIORITY_RANK = `CASE t.priority WHEN 'URGENT' THEN 0 WHEN 'HIGH' THEN 1 WHEN 'NORMAL' THEN 2 ELSE 3 END`;

const SORTS = {
  '-updatedAt': { by: 't.updated_at', type: 'timestamptz', direction: 'DESC' },
  updatedAt: { by: 't.updated_at', type: 'timestamptz', direction: 'ASC' },
  '-createdAt': { by: 't.created_at', type: 'timestamptz', direction: 'DESC' },
  createdAt: { by: 't.created_at', type: 'timestamptz', direction: 'ASC' },
  '-priority': { by: PRIORITY_RANK, type: 'integer', direction: 'ASC' },
} as const;

/** Tickets as staff see them. */
@Injectable()
export class StaffTicketsReader {
  constructor(
    private readonly lists: KeysetList,
    private readonly parties: TicketPartiesReader,
    private readonly categories: TicketCategoryNames,
  ) {}

  /** Few statements of one round trip each: nothing here needs to be of the same moment. @throws sortOfRunningOnly */
  async page(query: ListTicketsQuery): Promise<Page<TicketDto>> {
    const actor = currentActor();
    const { status, priority, customerId, contactId, categoryId, search, sort = '-updatedAt' } = query;
    const statuses = statusesFor(status, search);
    // The others are very many, and no index has them in this order.
    if (sort === '-priority' && search === undefined && !statuses?.every(isRunning))
      throw sortOfRunningOnly();
    const page = await this.lists.page<TicketRow, TicketSort>({
      select: TICKET_COLUMNS,
      from: 'tickets t',
      ...conditionsFor({
        status: statuses,
        priority,
        customerId,
        contactId,
        categoryId,
        assigneeId: assignee(query.assigneeId, actor.id),
      }),
      search: ticketSearch(actor, search),
      sorts: SORTS,
      sort,
      query,
    });
    const [partiesOf, categoryOf] = await Promise.all([
      this.parties.of(page.items),
      this.categories.of(page.items.map(({ categoryId: id }) => id)),
    ]);
    const items = page.items.map((ticket) =>
      presentTicket(ticket, partiesOf(ticket), categoryOf(ticket.categoryId)),
    );
    return { ...page, items };
  }
}

/** One ticket with everything that is known of it. */
@Injectable()
export class StaffTicketReader {
  constructor(
    private readonly tickets: ActorTickets,
    private readonly parties: TicketPartiesReader,
    private readonly parts: TicketPartsReader,
    private readonly mails: UndeliveredToContacts,
  ) {}

  /** @throws notFound */
  async detail(id: string): Promise<TicketDetailDto> {
    const ticket = await this.tickets.get(id);
    return this.present(ticket, this.parts.of(ticket), this.mails.of('ticket', id));
  }

  /** Of a ticket that whoever is acting has just made. */
  created(created: CreatedTicket): Promise<TicketDetailDto> {
    return this.present(created.ticket, this.parts.ofCreated(created), []);
  }

  private async present(
    ticket: Ticket,
    found: Promise<TicketParts>,
    mails: Promise<UndeliveredMailDto[]> | UndeliveredMailDto[],
  ): Promise<TicketDetailDto> {
    const [partiesOf, parts, undelivered] = await Promise.all([this.parties.of([ticket]), found, mails]);
    return presentTicketDetail(ticket, partiesOf(ticket), parts, undelivered);
  }
}

function assignee(wanted: string | undefined, me: string): string | null | undefined {
  if (wanted?.toLowerCase() === 'me') return me;
  return wanted?.toLowerCase() === 'none' ? null : wanted;
}

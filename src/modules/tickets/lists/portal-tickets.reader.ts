import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../../platform/context/actor-scope.policy';
import { currentActor } from '../../../platform/context/context';
import type { Days } from '../../../platform/http/paging/days';
import { KeysetList, type Page } from '../../../platform/http/paging/keyset-list';
import { SettingsService } from '../../tenants';
import { ActorTickets } from '../actor-tickets';
import {
  type ListPortalTicketsQuery,
  type PortalTicketDetailDto,
  type PortalTicketListItemDto,
  type PortalTicketSort,
  presentPortalTicket,
  presentPortalTicketDetail,
} from './portal-ticket.dto';
import { ticketSearch } from '../search/ticket-search';
import { type Ticket, TICKET_COLUMNS, type TicketRow } from '../ticket.entity';
import { TicketPartiesReader } from '../ticket-parties';
import { UnreadTickets } from '../unread/unread-tickets';
import type { CreatedTicket } from '../tickets.service';
import { ownOrWatched } from '../watchers/visible-tickets';
import { conditionsFor, statusesFor } from './ticket-filter';
import { TicketActivityReader } from './ticket-activity.reader';
import { type TicketParts, TicketPartsReader } from './ticket-parts.reader';

const SORTS = {
  '-updatedAt': { by: 't.public_activity_at', type: 'timestamptz', direction: 'DESC' },
  updatedAt: { by: 't.public_activity_at', type: 'timestamptz', direction: 'ASC' },
  '-createdAt': { by: 't.created_at', type: 'timestamptz', direction: 'DESC' },
  createdAt: { by: 't.created_at', type: 'timestamptz', direction: 'ASC' },
} as const;

/** Tickets as contacts see them. */
@Injectable()
export class PortalTicketsReader {
  constructor(
    private readonly lists: KeysetList,
    private readonly parties: TicketPartiesReader,
    private readonly activity: TicketActivityReader,
    private readonly settings: SettingsService,
  ) {}

  /** Few statements of one round trip each: nothing here needs to be of the same moment. */
  async page(query: ListPortalTicketsQuery): Promise<Page<PortalTicketListItemDto>> {
    const actor = currentActor();
    const { customerId, contactId } = scopeOf(actor);
    const { where, parameters } = conditionsFor({
      customerId,
      ...(query.mine && { contactId: actor.id }),
      ofContactId: query.contactId,
      created: await this.createdWithin(query),
      status: statusesFor(query.status, query.search),
    });
    // A search finds what the actor may see by itself.
    const narrow = contactId !== undefined && query.search === undefined;
    const page = await this.lists.page<TicketRow, PortalTicketSort>({
      select: TICKET_COLUMNS,
      from: 'tickets t',
      where,
      parameters: narrow ? [...parameters, contactId, actor.tenantId] : parameters,
      alternatives: narrow ? ownOrWatched(parameters.length + 1, parameters.length + 2) : undefined,
      search: ticketSearch(actor, query.search),
      sorts: SORTS,
      sort: query.sort ?? '-updatedAt',
      query,
    });
    const [contactOf, activityOf] = await Promise.all([
      this.parties.contactsOf(page.items.map(({ contactId }) => contactId)),
      this.activity.of(page.items.map(({ id }) => id)),
    ]);
    const items = page.items.map((ticket) =>
      Object.assign(presentPortalTicket(ticket, contactOf(ticket.contactId)), activityOf(ticket.id)),
    );
    return { ...page, items };
  }

  private async createdWithin({
    createdFrom: from,
    createdUntil: until,
  }: ListPortalTicketsQuery): Promise<Days | undefined> {
    if (!from && !until) return undefined;
    return { from, until, timeZone: (await this.settings.current()).timeZone };
  }
}

/** One ticket with everything that a contact may know of it. */
@Injectable()
export class PortalTicketReader {
  constructor(
    private readonly tickets: ActorTickets,
    private readonly parties: TicketPartiesReader,
    private readonly parts: TicketPartsReader,
    private readonly unread: UnreadTickets,
  ) {}

  /** Whose ticket it is has thereby read it. @throws notFound */
  async detail(id: string): Promise<PortalTicketDetailDto> {
    const ticket = await this.tickets.get(id);
    const [detail] = await Promise.all([
      this.present(ticket, this.parts.of(ticket)),
      this.unread.read(ticket),
    ]);
    return detail;
  }

  /** Of a ticket that whoever is acting has just made. */
  created(created: CreatedTicket): Promise<PortalTicketDetailDto> {
    return this.present(created.ticket, this.parts.ofCreated(created));
  }

  private async present(ticket: Ticket, found: Promise<TicketParts>): Promise<PortalTicketDetailDto> {
    const [contactOf, parts] = await Promise.all([this.parties.contactsOf([ticket.contactId]), found]);
    return presentPortalTicketDetail(ticket, contactOf(ticket.contactId), parts);
  }
}

import { Injectable } from '@nestjs/common';
import type { DeviceName } from '../../inventory';
import { AttachmentsService } from '../attachments/attachments.service';
import type { TicketAttachment } from '../attachments/ticket-attachment.entity';
import { type NamedCategory, TicketCategoryNames } from '../categories/ticket-category-names';
import { TicketHistory } from '../history/ticket-history';
import type { TicketHistoryEntry } from '../history/ticket-history-entry.entity';
import { type Merges, MergedTickets, NO_MERGES } from '../merged-tickets';
import type { Ticket } from '../ticket.entity';
import { TicketPartiesReader } from '../ticket-parties';
import type { CreatedTicket } from '../tickets.service';

/** What is shown of a ticket besides its own values: as much of it as whoever is acting may see. */
export interface TicketParts {
  readonly device: DeviceName | null;
  readonly category: NamedCategory | null;
  readonly merges: Merges;
  readonly history: readonly TicketHistoryEntry[];
  readonly attachments: readonly TicketAttachment[];
}

@Injectable()
export class TicketPartsReader {
  constructor(
    private readonly parties: TicketPartiesReader,
    private readonly categories: TicketCategoryNames,
    private readonly history: TicketHistory,
    private readonly attachments: AttachmentsService,
    private readonly merged: MergedTickets,
  ) {}

  of(ticket: Ticket): Promise<TicketParts> {
    const { id } = ticket;
    return this.together(ticket, this.history.of(id), this.attachments.of(id), this.merged.of(ticket));
  }

  /** Of a ticket that whoever is acting has just made. */
  ofCreated({ ticket, history, attachments }: CreatedTicket): Promise<TicketParts> {
    return this.together(ticket, history, attachments, NO_MERGES);
  }

  /** They do not need one another, so they are asked for at the same time. */
  private async together(
    { categoryId, deviceId }: Ticket,
    ...others: [
      history: Awaitable<TicketParts['history']>,
      attachments: Awaitable<TicketParts['attachments']>,
      merges: Awaitable<Merges>,
    ]
  ): Promise<TicketParts> {
    const [categoryOf, device, history, attachments, merges] = await Promise.all([
      this.categories.of([categoryId]),
      this.parties.device(deviceId),
      ...others,
    ]);
    return { device, category: categoryOf(categoryId), merges, history, attachments };
  }
}

type Awaitable<Value> = Value | Promise<Value>;

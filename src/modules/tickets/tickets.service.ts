import { Injectable } from '@nestjs/common';
import { currentActor, currentContact } from '../../platform/context/context';
import {
  InjectTenantRepository,
  NumberSequences,
  type TenantRepository,
  TransactionService,
} from '../../platform/database';
import { EventPublisher } from '../../platform/events/event-publisher';
import { DraftUploadsService } from './attachments/draft-uploads.service';
import type { TicketAttachment } from './attachments/ticket-attachment.entity';
import { TicketCategoryNames } from './categories/ticket-category-names';
import { ticketCreated } from './events/ticket.events';
import { TicketHistory } from './history/ticket-history';
import type { TicketHistoryEntry } from './history/ticket-history-entry.entity';
import { Ticket, type TicketPriority } from './ticket.entity';
import { ticketNumber } from './ticket-number';
import { TicketPartiesReader } from './ticket-parties';
import { UnreadTickets } from './unread/unread-tickets';

/** What a contact asks for. */
export interface NewTicket {
  readonly subject: string;
  readonly description: string;
  readonly priority?: TicketPriority;
  /** What it is about, of the company's devices. */
  readonly deviceId?: string;
  readonly categoryId?: string;
  /** Own uploads that belong to it. */
  readonly uploadIds?: readonly string[];
}

/** What a contact asks for themselves or, as a main user, for a colleague. */
export interface RequestedTicket extends NewTicket {
  /** Whose ticket it is; absent: their own. */
  readonly contactId?: string;
}

/** What staff record in a customer's name. */
export interface RecordedTicket extends NewTicket {
  /** At least one of customer and contact; the contact belongs to the customer. */
  readonly customerId?: string;
  readonly contactId?: string;
  readonly assigneeId?: string | null;
}

/** A new ticket, and all that has happened to it. */
export interface CreatedTicket {
  readonly ticket: Ticket;
  readonly history: readonly TicketHistoryEntry[];
  readonly attachments: readonly TicketAttachment[];
}

type TicketFacts = Pick<Ticket, 'customerId' | 'contactId' | 'assigneeId'> & NewTicket;

@Injectable()
export class TicketsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly parties: TicketPartiesReader,
    private readonly categories: TicketCategoryNames,
    private readonly numbers: NumberSequences,
    private readonly history: TicketHistory,
    private readonly events: EventPublisher,
    private readonly unread: UnreadTickets,
    private readonly uploads: DraftUploadsService,
    @InjectTenantRepository(Ticket) private readonly tickets: TenantRepository<Ticket>,
  ) {}

  /**
   * For the contact who is acting: the customer is theirs.
   * @throws onlyForOneself, colleagueUnknown, deviceUnknown, categoryUnknown, uploadUnknown, tooManyAttachments
   */
  create({ contactId, ...ticket }: RequestedTicket): Promise<CreatedTicket> {
    const actor = currentContact();
    return this.transactions.run(async () => {
      const owner = await this.parties.ownerFor(actor, contactId);
      return this.insert({
        ...ticket,
        customerId: actor.customerId,
        contactId: owner,
        assigneeId: null,
      });
    });
  }

  /**
   * By staff, for a customer or one of their contacts.
   * @throws customerOrContactNeeded, customerUnknown, contactUnknown, deviceUnknown, categoryUnknown, assigneeUnknown,
   * uploadUnknown, tooManyAttachments
   */
  record({ customerId, contactId, assigneeId, ...ticket }: RecordedTicket): Promise<CreatedTicket> {
    return this.transactions.run(async () => {
      const owners = await this.parties.resolve(customerId, contactId);
      if (assigneeId) await this.parties.assigneeName(assigneeId);
      return this.insert({
        ...ticket,
        ...owners,
        assigneeId: assigneeId ?? null,
      });
    });
  }

  private insert({
    priority = 'NORMAL',
    deviceId,
    categoryId,
    uploadIds = [],
    ...facts
  }: TicketFacts): Promise<CreatedTicket> {
    return this.transactions.run(async () => {
      const actor = currentActor();
      const now = new Date();
      if (deviceId) await this.parties.assertDevice(facts.customerId, deviceId);
      if (categoryId) await this.categories.chosen(categoryId);
      const ticket = this.tickets.insertDeferred({
        ...facts,
        priority,
        deviceId: deviceId ?? null,
        categoryId: categoryId ?? null,
        // Others who need a number wait until this transaction ends.
        number: ticketNumber(await this.numbers.nextInYear('tickets', now)),
        status: 'NEW',
        createdById: actor.id,
        createdByKind: actor.kind,
        createdAt: now,
        publicActivityAt: now,
        updatedAt: now,
      });
      const created = await this.history.record(ticket.id, 'CREATED', { at: now, to: 'NEW' });
      // Nobody watches it yet.
      if (ticket.contactId) this.unread.begin(ticket, ticket.contactId);
      await this.events.publish(ticketCreated, { ticketId: ticket.id, subject: ticket.subject });
      const attachments = await this.uploads.attach(ticket.id, uploadIds, { at: now });
      return { ticket, history: [created], attachments };
    });
  }
}

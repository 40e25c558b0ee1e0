import type { UndeliveredMailDto } from '../../../mail/undelivered-mail.dto';
import { presentAttachment, presentPortalAttachment } from '../attachments/ticket-attachment.dto';
import { presentHistoryEntry } from '../history/ticket-parts.dto';
import type { PortalTicketDetailDto, PortalTicketDto } from './portal-ticket.dto';
import type { TicketDetailDto, TicketDto } from './staff-ticket.dto';
import type { TicketParts } from './ticket-parts.reader';
import type { Ticket } from '../ticket.entity';
import type { NamedCategory } from '../categories/ticket-category-names';
import type { NamedPerson, TicketParties } from '../ticket-parties';

/** What the lists read of a ticket. */
export type TicketRow = Pick<
  Ticket,
  | 'id'
  | 'version'
  | 'number'
  | 'customerId'
  | 'contactId'
  | 'subject'
  | 'status'
  | 'priority'
  | 'categoryId'
  | 'assigneeId'
  | 'createdAt'
  | 'publicActivityAt'
  | 'updatedAt'
  | 'resolvedAt'
  | 'closedAt'
>;

export const TICKET_COLUMNS = `t.id, t.version, t.number, t.customer_id AS "customerId", t.contact_id AS "contactId",
  t.subject, t.status, t.priority, t.category_id AS "categoryId", t.assignee_id AS "assigneeId", t.created_at AS "createdAt",
  t.public_activity_at AS "publicActivityAt", t.updated_at AS "updatedAt", t.resolved_at AS "resolvedAt",
  t.closed_at AS "closedAt"`;

/** For contacts: nothing internal, not even as a point in time. */
export function presentPortalTicket(ticket: TicketRow, contact: NamedPerson | null): PortalTicketDto {
  return {
    id: ticket.id,
    number: ticket.number,
    subject: ticket.subject,
    status: ticket.status,
    contact,
    createdAt: ticket.createdAt,
    updatedAt: ticket.publicActivityAt,
    resolvedAt: ticket.resolvedAt,
    closedAt: ticket.closedAt,
  };
}

export function presentTicket(
  ticket: TicketRow,
  { customer, contact, assignee }: TicketParties,
  category: NamedCategory | null,
): TicketDto {
  return {
    id: ticket.id,
    version: ticket.version,
    number: ticket.number,
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    category,
    customer,
    contact,
    assignee,
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    resolvedAt: ticket.resolvedAt,
    closedAt: ticket.closedAt,
  };
}

export function presentPortalTicketDetail(
  ticket: Ticket,
  contact: NamedPerson | null,
  parts: TicketParts,
): PortalTicketDetailDto {
  const attachments = parts.attachments.map(presentPortalAttachment);
  return Object.assign(presentPortalTicket(ticket, contact), {
    ...sharedDetail(ticket, parts),
    attachments,
  });
}

export function presentTicketDetail(
  ticket: Ticket,
  parties: TicketParties,
  parts: TicketParts,
  undelivered: UndeliveredMailDto[],
): TicketDetailDto {
  const attachments = parts.attachments.map(presentAttachment);
  return Object.assign(presentTicket(ticket, parties, parts.category), {
    ...sharedDetail(ticket, parts),
    attachments,
    undelivered,
  });
}

/** What contacts and staff alike see of one ticket. */
function sharedDetail(
  { description }: Ticket,
  { device, category, merges, history }: TicketParts,
): Pick<TicketDetailDto, 'description' | 'device' | 'category' | 'mergedInto' | 'merged' | 'history'> {
  return {
    description,
    device,
    category,
    mergedInto: merges.mergedInto,
    merged: [...merges.merged],
    history: history.map(presentHistoryEntry),
  };
}

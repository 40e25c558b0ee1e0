import { type ContactListItemDto, type CustomerDto } from '../../contacts';

/** Ein laufendes Ticket, kurz. */
export class OpenTicketDto {
  id: string;
  /** @example T-2026-000123 */
  number: string;
  subject: string;
  status: 'NEW' | 'IN_PROGRESS' | 'WAITING_FOR_CUSTOMER' | 'RESOLVED' | 'CLOSED';
  updatedAt: Date;
}

/** Alles Wichtige über einen Kunden auf einen Blick. */
export class CustomerOverviewDto {
  customer: CustomerDto;
  /** Die ersten 100 nach Namen. */
  contacts: ContactListItemDto[];
  /** Die 25 mit der letzten Aktivität. */
  openTickets: OpenTicketDto[];
}

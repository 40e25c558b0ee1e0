import { Id, Optional } from '../../../platform/http/validation/fields';

export class MoveTicketDto {
  /** Für wen das Ticket richtig ist, siehe `listCustomers`. */
  @Id()
  customerId: string;

  /** Einer seiner Ansprechpartner; ohne Angabe gehört es der Firma. */
  @Optional()
  @Id()
  contactId?: string;
}

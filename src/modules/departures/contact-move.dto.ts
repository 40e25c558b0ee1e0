import { Id, OneOf, Optional } from '../../platform/http/validation/fields';

export class MoveContactDto {
  /** Wohin er wechselt, siehe `listCustomers`. */
  @Id()
  customerId: string;

  /** Rolle seines Zugangs beim neuen Kunden; ohne Angabe USER (Benutzer), der nur Eigenes sieht. */
  @Optional()
  @OneOf(['MAIN_USER', 'USER'], { example: 'USER' })
  role?: 'MAIN_USER' | 'USER';
}

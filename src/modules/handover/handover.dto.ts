import { Id, Nullable, Optional, YesNo } from '../../platform/http/validation/fields';

/** Was ein Mitarbeiter gerade bearbeitet. */
export class WorkOfStaffUserDto {
  /** Laufende Tickets, die ihm zugewiesen sind. @example 12 */
  openTickets: number;
  /** Offene Einträge im Postkorb, die er übernommen hat. @example 3 */
  inboxItems: number;
}

export class HandOverWorkDto {
  /** Wer die Arbeit übernimmt; ohne Angabe oder `null` niemand: Die Tickets sind dann nicht zugewiesen, die Einträge wieder neu. */
  @Nullable()
  @Id()
  toId?: string | null;

  /** Ob zugleich der Zugang des Mitarbeiters endet. */
  @Optional()
  @YesNo({ example: false })
  deactivate?: boolean;
}

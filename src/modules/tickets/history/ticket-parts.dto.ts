import { ApiProperty } from '@nestjs/swagger';
import {
  TICKET_HISTORY_EVENTS,
  type TicketHistoryEntry,
  type TicketHistoryEvent,
} from './ticket-history-entry.entity';

/** Eine Person. */
export class TicketPersonDto {
  id: string;
  /** @example Petra Müller */
  name: string;
}

/** Ein Gerät. */
export class TicketDeviceDto {
  id: string;
  /** @example Drucker Empfang */
  name: string;
}

/** Ein Kunde. */
export class TicketCustomerDto {
  id: string;
  /** @example 10023 */
  number: string;
  /** @example Müller & Söhne GmbH */
  name: string;
}

/** Wer etwas geschrieben oder getan hat, mit dem Namen von damals. */
export class TicketAuthorDto {
  kind: 'STAFF' | 'CONTACT';
  /** @example Jana Schuster */
  name: string;
}

/** Was mit dem Ticket geschehen ist. */
export class TicketHistoryEntryDto {
  at: Date;
  actor: TicketAuthorDto;
  @ApiProperty({ enum: TICKET_HISTORY_EVENTS })
  event: TicketHistoryEvent;
  /** @example NEW */
  from: string | null;
  /** @example IN_PROGRESS */
  to: string | null;
}

export function presentHistoryEntry(entry: TicketHistoryEntry): TicketHistoryEntryDto {
  return {
    at: entry.at,
    actor: { kind: entry.actorKind, name: entry.actorName },
    event: entry.event,
    from: entry.oldValue,
    to: entry.newValue,
  };
}

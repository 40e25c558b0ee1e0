import { ApiProperty } from '@nestjs/swagger';
import { QueryNumber } from '../../../platform/http/validation/query-fields';
import { LIVE_EVENT_TYPES, type LiveEventType } from '../live-event';

export class LiveEventsQuery {
  /** Nach so vielen Sekunden endet die Antwort von selbst; ohne Angabe bleibt sie offen. */
  @QueryNumber(1, 3_600, { example: 30 })
  seconds?: number;

  /** Vor so vielen Millisekunden haben Sie gelesen, was Sie zeigen: Was seitdem geschehen ist, kommt zuerst. */
  @QueryNumber(0, 60_000)
  readMsAgo?: number;
}

/** Was Sie verpasst haben, ist nicht mehr bekannt: Lesen Sie alles neu, was Sie zeigen. */
export class LiveResetDto {
  @ApiProperty({ enum: ['reset'], example: 'reset' })
  type: 'reset';
  at: Date;
}

/** Ein Ereignis: eine Zeile `data:` des Datenstroms. */
export class LiveEventDto {
  @ApiProperty({ enum: LIVE_EVENT_TYPES, example: 'ticket.commented' })
  type: LiveEventType;
  /** Des Objekts, um das es geht; wie es jetzt aussieht, steht dort. */
  id: string;
  at: Date;
}

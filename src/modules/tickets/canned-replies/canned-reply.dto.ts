import { Optional, Text } from '../../../platform/http/validation/fields';
import type { CannedReply } from './canned-reply.entity';

const MAX_NAME = 100;
const MAX_BODY = 5_000;
const EXAMPLE = 'Guten Tag {{contactName}},\n\nwir haben Ticket {{ticketNumber}} begonnen.\n\n{{staffName}}';

export class CreateCannedReplyDto {
  /** Unter diesem Namen wird er ausgewählt. Nur einmal; Groß- und Kleinschreibung zählen nicht. */
  @Text({ max: MAX_NAME, example: 'Wir kümmern uns' })
  name: string;

  /** Platzhalter: `{{contactName}}` Name des Ansprechpartners, `{{ticketNumber}}` Ticketnummer, `{{staffName}}` wer antwortet. Wer den Text einfügt, setzt sie ein. */
  @Text({ max: MAX_BODY, lines: true, example: EXAMPLE })
  body: string;
}

/** Was sich ändern soll; was fehlt, bleibt. */
export class UpdateCannedReplyDto {
  @Optional()
  @Text({ max: MAX_NAME, example: 'Wir melden uns' })
  name?: string;

  @Optional()
  @Text({ max: MAX_BODY, lines: true, example: EXAMPLE })
  body?: string;
}

/** Ein Textbaustein. */
export class CannedReplyDto {
  id: string;
  /** Stand; als ETag in If-Match zu senden. */
  version: number;
  /** @example Wir kümmern uns */
  name: string;
  /** Mit Platzhaltern, wie eingegeben. @example Guten Tag {{contactName}} */
  body: string;
}

export class CannedReplyListDto {
  items: CannedReplyDto[];
}

export function presentCannedReply({ id, version, name, body }: CannedReply): CannedReplyDto {
  return { id, version, name, body };
}

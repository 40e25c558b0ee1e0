import { currentLanguage } from '../../../platform/context/context';
import type { Texts } from '../../../platform/errors';
import type { Page } from '../../../platform/http/paging/keyset-list';
import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { Text } from '../../../platform/http/validation/fields';
import type { InboxNote, InboxNoteEvent } from './inbox-note.entity';
import { InboxPersonDto } from '../inbox-parts.dto';

export class ListInboxNotesQuery extends ListQuery {}

export class AddInboxNoteDto {
  @Text({ max: 20_000, lines: true, example: 'Kunde angerufen, meldet sich morgen.' })
  body: string;
}

/** Eine interne Notiz; kein Kunde sieht sie. */
export class InboxNoteDto {
  id: string;
  /** NOTE: von einem Mitarbeiter; alles andere schreibt das Programm. */
  event:
    | 'NOTE'
    | 'OFFER_RENEWED'
    | 'OFFER_WITHDRAWN'
    | 'OFFER_ACCEPTED'
    | 'OFFER_DECLINED'
    | 'CANCELLED_BY_CUSTOMER'
    | 'CANCELLED_BY_STAFF'
    | 'REGISTRATION_REPEATED';
  /** null: das Programm. */
  author: InboxPersonDto | null;
  /** @example Kunde angerufen, meldet sich morgen. */
  body: string;
  createdAt: Date;
}

export class InboxNoteListDto {
  items: InboxNoteDto[];
  nextCursor?: string;
  totalCount?: number;
}

type Shown = Omit<InboxNote, 'tenantId' | 'itemId'>;

const SYSTEM_TEXTS: Readonly<Record<Exclude<InboxNoteEvent, 'NOTE'>, Texts>> = {
  OFFER_RENEWED: {
    de: 'Das Angebot wurde durch ein neues ersetzt, das der Kunde erhalten hat.',
    en: 'The offer was replaced by a new one, which the customer has got.',
  },
  OFFER_WITHDRAWN: {
    de: 'Das Angebot wurde zurückgezogen; der Kunde hat es erfahren.',
    en: 'The offer was withdrawn; the customer has been told.',
  },
  OFFER_ACCEPTED: {
    de: 'Der Kunde hat das Angebot angenommen; die Bestellung ist ein eigener Eintrag.',
    en: 'The customer has accepted the offer; the order is an item of its own.',
  },
  OFFER_DECLINED: {
    de: 'Der Kunde hat das Angebot abgelehnt.',
    en: 'The customer has declined the offer.',
  },
  CANCELLED_BY_CUSTOMER: {
    de: 'Der Kunde hat storniert.',
    en: 'The customer has cancelled.',
  },
  CANCELLED_BY_STAFF: {
    de: 'Die Bestellung wurde storniert; der Kunde hat es erfahren.',
    en: 'The order was cancelled; the customer has been told.',
  },
  REGISTRATION_REPEATED: {
    de: 'Mit derselben E-Mail-Adresse wurde noch einmal eine Registrierung abgesendet.',
    en: 'A registration was sent once more with the same e-mail address.',
  },
};

export function presentNote(note: Shown): InboxNoteDto {
  const { id, event, authorId, authorName, createdAt } = note;
  return {
    id,
    event,
    author: authorId === null ? null : { id: authorId, name: authorName ?? '' },
    body: bodyOf(note),
    createdAt,
  };
}

export function presentNotes(page: Page<Shown>): InboxNoteListDto {
  return { ...page, items: page.items.map(presentNote) };
}

function bodyOf({ event, body }: Shown): string {
  if (event === 'NOTE') return body ?? '';
  return [SYSTEM_TEXTS[event][currentLanguage()], body].filter(Boolean).join('\n');
}

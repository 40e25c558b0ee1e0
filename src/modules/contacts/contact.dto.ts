import type { Page } from '../../platform/http/paging/keyset-list';
import { CurrentPassword } from '../../platform/http/fresh-proof';
import { ListQuery } from '../../platform/http/paging/list-query.dto';
import { EmailAddress, Nullable, OneOf, Optional, Text, YesNo } from '../../platform/http/validation/fields';
import type { Contact } from './contact.entity';
import type { ListedContact } from './contact-list';
import {
  CredentialsMailDto,
  PortalAccessSummaryDto,
  presentMail,
  presentSummary,
} from './portal-access/portal-access.dto';

export class ListContactsQuery extends ListQuery {
  /** Name, auch nur ein Teil davon. */
  @Optional()
  @Text({ max: 100 })
  search?: string;
}

abstract class ContactFields {
  @Nullable()
  @Text({ max: 100, example: 'Petra' })
  firstName?: string | null;

  /** Auch der Benutzername im Kundenportal; je Mandant nur einmal. */
  @Nullable()
  @EmailAddress({ example: 'petra.mueller@mueller-soehne.example' })
  email?: string | null;

  @Nullable()
  @Text({ max: 50, example: '+49 221 123457' })
  phone?: string | null;

  @Nullable()
  @Text({ max: 50, example: '+49 151 1234567' })
  mobile?: string | null;

  /** Position oder Abteilung. */
  @Nullable()
  @Text({ max: 100, example: 'Einkauf' })
  position?: string | null;

  /** Sprache der Mails; ohne Angabe die des Mandanten. */
  @Nullable()
  @OneOf(['de', 'en'], { example: 'de' })
  language?: 'de' | 'en' | null;

  /** Nur für Mitarbeiter. */
  @Nullable()
  @Text({ max: 5000, lines: true, example: 'Vormittags erreichbar' })
  notes?: string | null;

  /** Möchte Mails zu Tickets erhalten. */
  @Optional()
  @YesNo({ example: true })
  ticketMails?: boolean;
}

export class CreateContactDto extends ContactFields {
  @Text({ max: 100, example: 'Müller' })
  lastName: string;
}

/** Was sich ändern soll; was fehlt, bleibt. Zu einem anderen Kunden wechselt er mit `moveContact`. */
export class UpdateContactDto extends ContactFields {
  @Optional()
  @Text({ max: 100, example: 'Müller' })
  lastName?: string;

  /** Ihr Passwort; nötig nur für eine andere E-Mail-Adresse, wenn der Zugang schon benutzt wurde. */
  @CurrentPassword()
  currentPassword?: string | null;
}

/** Ein Ansprechpartner. */
export class ContactDto {
  id: string;
  /** Stand; als ETag in If-Match zu senden. */
  version: number;
  customerId: string;
  firstName: string | null;
  lastName: string;
  email: string | null;
  phone: string | null;
  mobile: string | null;
  position: string | null;
  language: 'de' | 'en' | null;
  notes: string | null;
  ticketMails: boolean;
  createdAt: Date;
}

/** Ein Ansprechpartner mit der Spalte „Kundenportal“. */
export class ContactListItemDto extends ContactDto {
  portalAccess: PortalAccessSummaryDto;
  /** Solange die Einladung offen ist. */
  credentialsMail: CredentialsMailDto | null;
}

export class ContactListDto {
  items: ContactListItemDto[];
  nextCursor?: string;
  totalCount?: number;
}

export function presentContact(contact: Contact): ContactDto {
  return {
    id: contact.id,
    version: contact.version,
    customerId: contact.customerId,
    firstName: contact.firstName,
    lastName: contact.lastName,
    email: contact.email,
    phone: contact.phone,
    mobile: contact.mobile,
    position: contact.position,
    language: contact.language,
    notes: contact.notes,
    ticketMails: contact.ticketMails,
    createdAt: contact.createdAt,
  };
}

export function presentContactPage(page: Page<ListedContact>): ContactListDto {
  const items = page.items.map(({ contact, access, mail }) =>
    Object.assign(presentContact(contact), {
      portalAccess: presentSummary(access),
      credentialsMail: mail && presentMail(mail),
    }),
  );
  return { ...page, items };
}

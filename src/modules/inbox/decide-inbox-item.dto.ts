import { Matches } from 'class-validator';
import {
  Day,
  Id,
  Nested,
  OneOf,
  Optional,
  Text,
  WholeNumber,
  YesNo,
} from '../../platform/http/validation/fields';
import { NestedList } from '../../platform/http/validation/list-fields';
import { MAX_OFFERS, OfferLineDto } from '../ordering';
import { DECISIONS, type Decision } from './outcomes/outcome';

export class AssignInboxItemDto {
  /** Ein Mitarbeiter, siehe `GET /staff/users`; ohne Angabe Sie selbst. */
  @Optional()
  @Id()
  assigneeId?: string;
}

/** Ein Kunde, der mit der Registrierung angelegt wird. */
export class NewInboxCustomerDto {
  @Text({ max: 200, example: 'Gärtnerei Blüm' })
  name: string;

  /** Ohne Angabe vergibt das Programm die nächste. */
  @Optional()
  @Text({ max: 30, example: 'KD-4711' })
  number?: string;

  @Optional()
  @Text({ max: 200, example: 'Am Treibhaus 3' })
  street?: string;

  @Optional()
  @Text({ max: 20, example: '50667' })
  postalCode?: string;

  @Optional()
  @Text({ max: 100, example: 'Köln' })
  city?: string;

  /** Land, zwei Großbuchstaben; ohne Angabe DE. */
  @Optional()
  @Text({ min: 2, max: 2, example: 'DE' })
  @Matches(/^[A-Z]{2}$/)
  country?: string;
}

/** Zu wem die Registrierung gehört: ein bestehender oder neuer Kunde, und einer seiner Ansprechpartner oder ein neuer. */
export class AcceptRegistrationDto {
  /** Hauptbenutzer (MAIN_USER) oder Benutzer (USER). */
  @OneOf(['MAIN_USER', 'USER'], { example: 'USER' })
  role: 'MAIN_USER' | 'USER';

  /** Ein bestehender Kunde; sonst `newCustomer`. */
  @Optional()
  @Id()
  customerId?: string;

  @Optional()
  @Nested(() => NewInboxCustomerDto)
  newCustomer?: NewInboxCustomerDto;

  /** Ein Ansprechpartner dieses Kunden; ohne Angabe wird einer angelegt. */
  @Optional()
  @Id()
  contactId?: string;

  /** Zugang geben, obwohl die E-Mail-Adresse nicht bestätigt ist. */
  @Optional()
  @YesNo({ example: false })
  acceptUnverified?: boolean;
}

/**
 * Die Entscheidung. Bestellung: ACCEPTED oder REJECTED. Angebotsanfrage: OFFER_MADE mit `validUntil` und `lines`, oder REJECTED;
 * nach einem abgelehnten Angebot OFFER_MADE oder ACKNOWLEDGED, jeweils mit `offerVersion`.
 * Registrierung: ACCEPTED mit `registration`, oder REJECTED mit `sendMail`.
 */
export class DecideInboxItemDto {
  @OneOf(DECISIONS, { example: 'ACCEPTED' })
  decision: Decision;

  /** An den Kunden; nicht bei einer angenommenen Registrierung. */
  @Optional()
  @Text({ max: 5_000, lines: true, example: 'Wir liefern am Donnerstag.' })
  message?: string;

  /** Angebot: letzter Tag, an dem es angenommen werden kann. */
  @Optional()
  @Day({ example: '2026-12-31' })
  validUntil?: string;

  /** Angebot: der Preis jeder Position. */
  @Optional()
  @NestedList(() => OfferLineDto, { max: 500 })
  lines?: OfferLineDto[];

  /** Nach einem abgelehnten Angebot: welches, also `order.offer.version`, wie Sie es gelesen haben. */
  @Optional()
  @WholeNumber(1, MAX_OFFERS, { example: 1 })
  offerVersion?: number;

  /** Angenommene Registrierung: für wen, in welcher Rolle. */
  @Optional()
  @Nested(() => AcceptRegistrationDto)
  registration?: AcceptRegistrationDto;

  /** Abgelehnte Registrierung: Soll der Anfragende es per Mail erfahren? */
  @Optional()
  @YesNo({ example: true })
  sendMail?: boolean;
}

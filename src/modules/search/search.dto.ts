import { Text } from '../../platform/http/validation/fields';

export class SearchQuery {
  /** Nummer, Name, Adresse, Telefonnummer oder Wörter, auch nur der Anfang; Tippfehler und Umlaute stören nicht. */
  @Text({ min: 2, max: 100, example: 'Müller' })
  q: string;
}

/** Wem es gehört. */
export class SearchCustomerDto {
  id: string;
  /** @example K-10001 */
  number: string;
  /** @example Müller & Söhne GmbH */
  name: string;
}

/** Ein Treffer, so weit man ihn daran erkennt. */
export class SearchHitDto {
  kind: 'CUSTOMER' | 'CONTACT' | 'TICKET' | 'ORDER' | 'ARTICLE' | 'DEVICE' | 'PRINTER_MODEL';
  id: string;
  /** Kunden-, Ticket-, Bestell- oder Artikelnummer, Inventar- oder Seriennummer. @example T-2026-000123 */
  number: string | null;
  /** Name, Betreff oder Bestellzeichen. @example Drucker im Empfang druckt nicht */
  title: string | null;
  /** Ort, E-Mail-Adresse, Hersteller oder Standort. @example 50667 Köln */
  detail: string | null;
  /** Bei Ansprechpartnern, Tickets, Bestellungen und Geräten. */
  customer: SearchCustomerDto | null;
}

/** Treffer aller Arten: die beste Art zuerst, jede für sich die besten zuerst. */
export class SearchResultDto {
  items: SearchHitDto[];
}

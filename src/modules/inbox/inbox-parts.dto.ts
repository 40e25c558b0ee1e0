/** Eine Person. */
export class InboxPersonDto {
  id: string;
  /** @example Petra Müller */
  name: string;
}

/** Ein Kunde. */
export class InboxCustomerDto {
  id: string;
  /** @example K-10001 */
  number: string;
  /** @example Müller & Söhne GmbH */
  name: string;
}

/** Wohin geliefert werden soll. */
export class SentAddressDto {
  company?: string;
  name?: string;
  /** @example Hauptstraße 12 */
  street: string;
  /** @example 50667 */
  postalCode: string;
  /** @example Köln */
  city: string;
  /** @example DE */
  country: string;
}

/** Für welchen Drucker bestellt wurde, wie er damals im Inventar stand. */
export class SentPrinterDto {
  id: string;
  /** @example Drucker Empfang */
  name: string;
  model: string | null;
  location: string | null;
  room: string | null;
  serialNumber: string | null;
}

/** Eine Position. */
export class SentLineDto {
  /** Für ein Angebot: nennt die Position. */
  lineId: string;
  articleId: string;
  /** @example TN-3600 */
  number: string;
  /** @example Brother TN-3600 Toner schwarz */
  name: string;
  /** @example Stück */
  unit: string;
  /** Art des Zubehörs. @example Toner schwarz */
  kind: string | null;
  /** @example 2 */
  quantity: number;
  /** @example 19 */
  vatRatePercent: number;
  printer: SentPrinterDto | null;
  /** Was der Kunde gesehen hat; fehlt in Angebotsanfragen. @example 8900 */
  netPriceCents?: number;
  /** @example 17800 */
  lineNetCents?: number;
}

/** Was der Kunde abgesendet hat; ändert sich nie. */
export class SentOrderDto {
  /** @example B-2026-000123 */
  number: string;
  shop: 'ONLINE_SHOP' | 'PRINTER_SHOP';
  /** @example PO-4711 */
  reference: string | null;
  costCentre: string | null;
  note: string | null;
  deliveryAddress: SentAddressDto | null;
  /** @example EUR */
  currency?: string;
  /** @example 17800 */
  totalNetCents?: number;
  /** @example 21182 */
  totalGrossCents?: number;
  lines: SentLineDto[];
  /** Bei einer Bestellung aus einem Angebot: die Nummer der Anfrage. */
  quoteRequestNumber?: string;
}

/** Wer sich registriert hat, in einer Zeile. */
export class RegistrantDto {
  /** @example Gärtnerei Blüm */
  company: string;
  /** @example Beate Blüm */
  name: string;
  /** @example b.bluem@gaertnerei-bluem.example */
  email: string;
  /** Die Adresse, wie Mailserver sie sehen; nur wo sie anders aussieht. @example b.bluem@xn--blm-hoa.example */
  emailAscii?: string;
  /** Nur wo Schriften gemischt sind und die Angaben deshalb anderen zum Verwechseln ähnlich sehen können. */
  warning?: string;
}

/** Was der Anfragende eingetragen hat; ändert sich nie. */
export class SentRegistrationDto {
  /** @example Gärtnerei Blüm */
  company: string;
  firstName: string | null;
  /** @example Blüm */
  lastName: string;
  /** @example b.bluem@gaertnerei-bluem.example */
  email: string;
  /** Die Adresse, wie Mailserver sie sehen; nur wo sie anders aussieht. @example b.bluem@xn--blm-hoa.example */
  emailAscii?: string;
  /** Nur wo Schriften gemischt sind und die Angaben deshalb anderen zum Verwechseln ähnlich sehen können. */
  warning?: string;
  phone: string | null;
  message: string | null;
  language: 'de' | 'en' | null;
}

/** Ein Ansprechpartner mit derselben E-Mail-Adresse. */
export class MatchingContactDto {
  id: string;
  /** @example Petra Müller */
  name: string;
  email: string;
  /** Die Adresse, wie Mailserver sie sehen; nur wo sie anders aussieht. */
  emailAscii?: string;
  /** Nur wo in der Adresse Schriften gemischt sind. */
  warning?: string;
  reason: 'SAME_ADDRESS';
  customer: InboxCustomerDto;
  /** Der Kundenportal-Zugang, den er schon hat. */
  portalAccess: 'NONE' | 'INVITED' | 'ACTIVE' | 'DEACTIVATED';
}

/** Ein Kunde, zu dem die Registrierung gehören könnte. */
export class MatchingCustomerDto extends InboxCustomerDto {
  city: string | null;
  /** Gleiche Domain der E-Mail-Adressen, oder ähnlicher Name. */
  reason: 'SAME_DOMAIN' | 'SIMILAR_NAME';
}

/** Zu wem die Registrierung gehören könnte; die IDs passen in `registration` der Entscheidung. */
export class RegistrationMatchesDto {
  contacts: MatchingContactDto[];
  customers: MatchingCustomerDto[];
}

/** Der Preis einer Position im Angebot. */
export class OfferedPriceDto {
  lineId: string;
  /** @example 8500 */
  netPriceCents: number;
}

/** Was entschieden wurde, von wem und wann. */
export class InboxOutcomeDto {
  /** ACKNOWLEDGED: Das abgelehnte Angebot wurde zur Kenntnis genommen. CANCELLED: Der Kunde oder das Systemhaus hat storniert. */
  decision: 'ACCEPTED' | 'OFFER_MADE' | 'REJECTED' | 'ACKNOWLEDGED' | 'CANCELLED';
  decidedAt: Date;
  /** Bei einer Stornierung durch den Kunden der Ansprechpartner. */
  decidedBy: InboxPersonDto;
  message: string | null;
  /** Letzter Tag des Angebots. @example 2026-12-31 */
  validUntil?: string;
  lines?: OfferedPriceDto[];
  /** Rolle im Kundenportal, die mit der Registrierung gegeben wurde. */
  role?: 'MAIN_USER' | 'USER';
  /** Wurde die Ablehnung der Registrierung per Mail mitgeteilt? */
  mailed?: boolean;
}

import { Matches } from 'class-validator';
import { Optional, Text } from '../../../platform/http/validation/fields';
import { type DeliveryAddress, plainAddress } from './delivery-address';

/** Wohin geliefert werden soll. */
export class DeliveryAddressDto {
  @Optional()
  @Text({ max: 200, example: 'Müller & Söhne GmbH' })
  company?: string;

  @Optional()
  @Text({ max: 200, example: 'Petra Müller, Empfang' })
  name?: string;

  @Text({ max: 200, example: 'Hauptstraße 12' })
  street: string;

  @Text({ max: 20, example: '50667' })
  postalCode: string;

  @Text({ max: 100, example: 'Köln' })
  city: string;

  /** Land, zwei Großbuchstaben. */
  @Text({ min: 2, max: 2, example: 'DE' })
  @Matches(/^[A-Z]{2}$/)
  country: string;
}

/** Wer bestellt hat. */
export class OrderContactDto {
  id: string;
  /** @example Petra Müller */
  name: string;
}

/** Für welchen Drucker bestellt wurde, wie er damals im Inventar stand. */
export class OrderPrinterDto {
  id: string;
  /** @example Drucker Empfang */
  name: string;
  /** @example Brother HL-L5210DN */
  model: string | null;
  /** @example Standort Köln */
  location: string | null;
  /** @example Empfang */
  room: string | null;
  /** @example E78287A1N123456 */
  serialNumber: string | null;
}

/** Was bestellt wurde, wie es damals im Shop stand. */
export class OrderLineDto {
  id: string;
  articleId: string;
  /** @example TN-3600 */
  number: string;
  /** @example Brother TN-3600 Toner schwarz */
  name: string;
  /** @example Stück */
  unit: string;
  /** Art des Zubehörs. @example Toner schwarz */
  kind: string | null;
  printer: OrderPrinterDto | null;
  /** @example 2 */
  quantity: number;
  /** @example 19 */
  vatRatePercent: number;
  /** Je Einheit; fehlt in Angebotsanfragen, solange es kein Angebot gibt. @example 8900 */
  netPriceCents?: number;
  /** Menge mal Preis. @example 17800 */
  lineNetCents?: number;
}

/** Ein Angebot. */
export class OfferDto {
  /** Nummer des Angebots zu dieser Anfrage; jedes neue hat die nächste. Wer es beantwortet, nennt sie. @example 1 */
  version: number;
  /** Letzter Tag, an dem es angenommen werden kann. @example 2026-12-31 */
  validUntil: string;
  /** Ist dieser Tag vorbei? */
  expired: boolean;
}

/** Die AGB, die beim Absenden galten. */
export class OrderTermsDto {
  url: string | null;
  /** @example 2026-01 */
  version: string | null;
}

export function presentAddress(address: DeliveryAddress | null): DeliveryAddressDto | null {
  return address && plainAddress(address);
}

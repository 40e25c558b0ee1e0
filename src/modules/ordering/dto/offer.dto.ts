import { Day, Id, Optional, Text, WholeNumber } from '../../../platform/http/validation/fields';
import { NestedList } from '../../../platform/http/validation/list-fields';

/** Der Preis einer Position; ein Angebot nennt einen für jede. */
export class OfferLineDto {
  /** Die `id` aus `lines` der Anfrage; im Postkorb die `lineId` aus `sentOrder.lines`. */
  @Id()
  lineId: string;

  /** Netto, je Einheit, in Cent. */
  @WholeNumber(0, 100_000_000, { example: 8500 })
  netPriceCents: number;
}

export class RenewOfferDto {
  /** Letzter Tag, an dem es angenommen werden kann. */
  @Day({ example: '2026-12-31' })
  validUntil: string;

  /** An den Kunden. */
  @Optional()
  @Text({ max: 5_000, lines: true, example: 'Die Preise haben sich geändert.' })
  message?: string;

  /** Der Preis jeder Position. */
  @NestedList(() => OfferLineDto, { max: 500 })
  lines: OfferLineDto[];
}

import { Nested, OneOf, Optional, Text, WholeNumber } from '../../../platform/http/validation/fields';
import { CURRENCY, percentOf } from '../../catalog';
import type { CartLine } from './cart';
import type { Cart } from './cart-contents';
import { ORDER_KINDS, type OrderKind } from '../orders/order-status';
import { isOffer, MAX_QUANTITY } from '../shop';
import { presentTotals, TotalsDto } from '../money/money.dto';
import { DeliveryAddressDto, OrderPrinterDto, OrderTermsDto } from '../orders/order-parts.dto';

/** More than the largest cart can cost. */
const MAX_TOTAL_CENTS = 20_000_000_000_000;

export class PutCartItemDto {
  @WholeNumber(1, MAX_QUANTITY, { example: 2 })
  quantity: number;
}

export class SubmitCartDto {
  /** Was der Warenkorb laut Anzeige wird. */
  @OneOf(ORDER_KINDS, { example: 'ORDER' })
  mode: OrderKind;

  /**
   * Die `version` des angezeigten Warenkorbs; bei einer Bestellung nötig. Hat sich geändert, was er zeigte (Positionen,
   * Preise, Steuersätze, Einheiten, AGB), wird nichts abgeschickt.
   */
  @Optional()
  @Text({ max: 200, example: 'q4Jd…' })
  cartVersion?: string;

  /** Die angezeigte Nettosumme; nur bei einer Bestellung. */
  @Optional()
  @WholeNumber(0, MAX_TOTAL_CENTS, { example: 17800 })
  expectedTotalNetCents?: number;

  /** Ihr Bestellzeichen. */
  @Optional()
  @Text({ max: 100, example: 'PO-4711' })
  reference?: string;

  @Optional()
  @Text({ max: 100, example: 'KST 4200' })
  costCentre?: string;

  @Optional()
  @Text({ max: 5000, lines: true, example: 'Bitte am Empfang abgeben.' })
  note?: string;

  /** Ohne Angabe wird an die Firma geliefert. */
  @Optional()
  @Nested(() => DeliveryAddressDto)
  deliveryAddress?: DeliveryAddressDto;

  /** Der angezeigte Stand der AGB, wo `cartVersion` ihn nicht nennt; gilt inzwischen ein anderer, wird nichts abgeschickt. */
  @Optional()
  @Text({ max: 50, example: '2026-01' })
  termsVersion?: string;
}

/** Eine Position im Warenkorb mit dem, was der Shop jetzt dafür anbietet. */
export class CartItemDto {
  articleId: string;
  printer: OrderPrinterDto | null;
  /** @example TN-3600 */
  number: string;
  /** @example Brother TN-3600 Toner schwarz */
  name: string;
  /** @example 2 */
  quantity: number;
  /** Was nicht mehr erhältlich ist, bleibt mit dem Grund stehen, bis es entfernt wird. */
  available: boolean;
  reason?: 'NOT_IN_SHOP' | 'PRINTER_NOT_AVAILABLE' | 'DOES_NOT_FIT';
  /** @example Stück */
  unit?: string;
  /** Art des Zubehörs. @example Toner schwarz */
  kind?: string;
  /** @example 19 */
  vatRatePercent?: number;
  /** Je Einheit; nur wo Preise gezeigt werden und es einen gibt. @example 8900 */
  netPriceCents?: number;
  /** @example 17800 */
  lineNetCents?: number;
  /**
   * Dasselbe ist für diesen Drucker seit diesem Tag schon bestellt oder angefragt: offen, oder vor höchstens 14 Tagen
   * angenommen.
   * @example 2026-11-20
   */
  openRequestSince?: string;
}

/** Der Warenkorb. */
export class CartDto {
  shop: 'ONLINE_SHOP' | 'PRINTER_SHOP';
  /** Steht für genau das, was hier gezeigt wird; beim Absenden als `cartVersion` mitzusenden. @example q4Jd… */
  version: string;
  /** Was er beim Absenden wird. */
  mode: 'ORDER' | 'QUOTE_REQUEST';
  items: CartItemDto[];
  /** Nur wenn er eine Bestellung wird. */
  totals?: TotalsDto;
  /** Die AGB, die beim Absenden gelten. */
  terms: OrderTermsDto;
}

export function presentCart(cart: Cart): CartDto {
  return {
    shop: cart.shop,
    version: cart.version,
    mode: cart.mode,
    items: cart.lines.map((line) => presentItem(line, cart.openSince(line))),
    totals: cart.totals && presentTotals(cart.totals, CURRENCY),
    terms: { url: cart.terms.url, version: cart.terms.version },
  };
}

function presentItem(line: CartLine, openRequestSince: string | undefined): CartItemDto {
  const { articleId, printerId, printerName, quantity, offered } = line;
  if (!isOffer(offered)) {
    const unknown = { model: null, location: null, room: null, serialNumber: null };
    return {
      articleId,
      printer: printerId === null ? null : { id: printerId, name: printerName ?? '', ...unknown },
      number: line.number,
      name: line.name,
      quantity,
      available: false,
      reason: offered.reason,
    };
  }
  const { number, name, unit, kind, vatRatePermille, netPriceCents, printer } = offered;
  return {
    articleId,
    printer: printer && presentPrinter(printer),
    number,
    name,
    quantity,
    available: true,
    unit,
    kind: kind ?? undefined,
    vatRatePercent: percentOf(vatRatePermille),
    ...(netPriceCents !== undefined && { netPriceCents, lineNetCents: netPriceCents * quantity }),
    openRequestSince,
  };
}

export function presentPrinter({
  id,
  name,
  model,
  location,
  room,
  serialNumber,
}: OrderPrinterDto): OrderPrinterDto {
  return { id, name, model, location, room, serialNumber };
}

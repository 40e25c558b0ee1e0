import { Problem } from '../../../platform/http/problem.dto';
import { percentOf } from '../../catalog';
import { type Change, changesOf, type LineChange } from '../carts/cart-changes';
import type { CartLine } from '../carts/cart';
import type { Cart } from '../carts/cart-contents';
import { isOffer, type Offer } from '../shop';
import { type CartDto, presentCart, presentPrinter } from '../carts/cart.dto';
import { type OrderPrinterDto } from '../orders/order-parts.dto';

/** Was an einer Position anders ist als damals, als sie in den Warenkorb gelegt wurde. */
export class CartChangeDto {
  articleId: string;
  printerId: string | null;
  /** @example TN-3600 */
  number: string;
  /** @example Brother TN-3600 Toner schwarz */
  name: string;
  change:
    | 'NOT_IN_SHOP'
    | 'PRINTER_NOT_AVAILABLE'
    | 'DOES_NOT_FIT'
    | 'PRICE_CHANGED'
    | 'PRICE_MISSING'
    | 'NUMBER_CHANGED'
    | 'NAME_CHANGED'
    | 'UNIT_CHANGED'
    | 'KIND_CHANGED'
    | 'VAT_RATE_CHANGED'
    | 'PRINTER_CHANGED';
  /** @example 9100 */
  netPriceCents?: number;
  /** @example 8900 */
  previousNetPriceCents?: number;
  /** @example TN-3512 */
  previousNumber?: string;
  /** @example Brother TN-3512 Toner schwarz */
  previousName?: string;
  /** @example Karton */
  unit?: string;
  /** @example Stück */
  previousUnit?: string;
  /** @example Toner schwarz XL */
  kind?: string;
  /** @example Toner schwarz */
  previousKind?: string;
  /** @example 7 */
  vatRatePercent?: number;
  /** @example 19 */
  previousVatRatePercent?: number;
  printer?: OrderPrinterDto;
  previousPrinter?: OrderPrinterDto;
}

/** Es wurde nichts abgeschickt; der Warenkorb ist, wie er war. */
export class SubmissionProblem extends Problem {
  /** Was er jetzt würde. */
  mode?: 'ORDER' | 'QUOTE_REQUEST';
  /** Was sich an den Positionen geändert hat, seit sie in den Warenkorb gelegt wurden. */
  changes?: CartChangeDto[];
  /** Wie er jetzt aussieht. */
  cart?: CartDto;
}

export function presentConflict(cart: Cart): Pick<SubmissionProblem, 'mode' | 'changes' | 'cart'> {
  return { mode: cart.mode, changes: changesOf(cart.lines).map(presentChange), cart: presentCart(cart) };
}

type Details = Omit<CartChangeDto, 'articleId' | 'printerId' | 'number' | 'name' | 'change'>;

/** What it was and what it is now. */
const DETAILS: Readonly<Partial<Record<Change, (now: Partial<Offer>, line: CartLine) => Details>>> = {
  PRICE_CHANGED: ({ netPriceCents }, { shownPriceCents }) => ({
    netPriceCents,
    previousNetPriceCents: shownPriceCents ?? undefined,
  }),
  PRICE_MISSING: (_, { shownPriceCents }) => ({ previousNetPriceCents: shownPriceCents ?? undefined }),
  NUMBER_CHANGED: (_, { shownOffer }) => ({ previousNumber: shownOffer?.number }),
  NAME_CHANGED: (_, { shownOffer }) => ({ previousName: shownOffer?.name }),
  UNIT_CHANGED: ({ unit }, { shownOffer }) => ({ unit, previousUnit: shownOffer?.unit }),
  KIND_CHANGED: ({ kind }, { shownOffer }) => ({
    kind: kind ?? undefined,
    previousKind: shownOffer?.kind ?? undefined,
  }),
  VAT_RATE_CHANGED: ({ vatRatePermille }, { shownOffer }) => ({
    vatRatePercent: percent(vatRatePermille),
    previousVatRatePercent: percent(shownOffer?.vatRatePermille),
  }),
  PRINTER_CHANGED: ({ printer }, { shownOffer }) => ({
    printer: printer ? presentPrinter(printer) : undefined,
    previousPrinter: shownOffer?.printer ? presentPrinter(shownOffer.printer) : undefined,
  }),
};

function presentChange({ line, change }: LineChange): CartChangeDto {
  const { articleId, printerId, offered } = line;
  const now: Partial<Offer> = isOffer(offered) ? offered : {};
  const { number = line.number, name = line.name } = now;
  return { articleId, printerId, number, name, change, ...DETAILS[change]?.(now, line) };
}

function percent(permille: number | undefined): number | undefined {
  return permille === undefined ? undefined : percentOf(permille);
}

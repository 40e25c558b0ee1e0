import { percentOf } from '../../catalog';
import type { Totals } from './totals';

/** Die Umsatzsteuer eines Satzes, gerundet auf die Summe. */
export class VatOfRateDto {
  /** @example 19 */
  vatRatePercent: number;
  /** @example 17800 */
  netCents: number;
  /** @example 3382 */
  vatCents: number;
}

/** Summen in Cent. */
export class TotalsDto {
  /** @example EUR */
  currency: string;
  /** @example 17800 */
  netCents: number;
  vat: VatOfRateDto[];
  /** @example 21182 */
  grossCents: number;
}

export function presentTotals({ netCents, vat, grossCents }: Totals, currency: string): TotalsDto {
  return {
    currency,
    netCents,
    vat: vat.map((rate) => ({
      vatRatePercent: percentOf(rate.vatRatePermille),
      netCents: rate.netCents,
      vatCents: rate.vatCents,
    })),
    grossCents,
  };
}

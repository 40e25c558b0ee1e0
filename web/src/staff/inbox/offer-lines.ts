import type { Speech } from '../../i18n';
import type { Values } from '../../ui/values';
import { centsOf } from './cents';
import { priceField } from './offer-prices';
import type { OrderDetail } from './queries';
import { Refused } from '../refused';

/** The price of each line as it was entered. @throws Refused at the first that is none */
export function offerLines(
  { lines }: OrderDetail,
  values: Values,
  { texts, language }: Pick<Speech, 'texts' | 'language'>,
): { lineId: string; netPriceCents: number }[] {
  return lines.map(({ id }, position) => {
    const netPriceCents = centsOf(values.text(priceField(position)), language);
    if (netPriceCents === undefined) throw new Refused(texts.inbox.priceInvalid, priceField(position));
    return { lineId: id, netPriceCents };
  });
}

/** A day of this place, as an input of days has it. */
export function dayIn(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

import type { Language } from '../../../platform/context/context';
import type { Totals } from '../money/totals';
import type { DeliveryAddress } from '../orders/delivery-address';
import type { OrderKind } from '../orders/order-status';
import type { OrderLine } from '../orders/order-line.entity';

const ORDER_KIND_LABELS: Readonly<Record<Language, Readonly<Record<OrderKind, string>>>> = {
  de: { ORDER: 'Bestellung', QUOTE_REQUEST: 'Angebotsanfrage' },
  en: { ORDER: 'Order', QUOTE_REQUEST: 'Quote request' },
};
/** As in the portal. */
const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };
const FOR = { de: 'für', en: 'for' };
const EACH = { de: 'je', en: 'each' };

/** What a mail says of a line. */
export type MailedLine = Pick<
  OrderLine,
  | 'quantity'
  | 'unit'
  | 'number'
  | 'name'
  | 'vatRatePermille'
  | 'netPriceCents'
  | 'printerName'
  | 'printerLocation'
>;

/** "Order" or "Quote request", in the language. */
export function orderKindLabel(kind: OrderKind, language: Language): string {
  return ORDER_KIND_LABELS[language][kind];
}

/** The same within a sentence, where only German writes it with a capital letter. */
export function orderKindWord(kind: OrderKind, language: Language): string {
  const label = orderKindLabel(kind, language);
  return language === 'de' ? label : label.toLowerCase();
}

/** `1.234,56 €`; the amount is exact, however large. */
export function money(cents: number, currency: string, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency }).format(cents / 100);
}

/** The tax of each rate: `33,82 € (19 %)`. */
export function vatWords({ vat }: Totals, currency: string, language: Language): string {
  const percent = new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 1 });
  return vat
    .map(
      ({ vatRatePermille, vatCents }) =>
        `${money(vatCents, currency, language)} (${percent.format(vatRatePermille / 1000)})`,
    )
    .join(', ');
}

/** One line of text for each line of the order, with the price where it has one. */
export function lineWords(lines: readonly MailedLine[], currency: string, language: Language): string {
  return lines.map((line) => lineWord(line, currency, language)).join('\n');
}

/** In one line, with the country by its name. */
export function addressWords(address: DeliveryAddress, language: Language): string {
  const { company, name, street, postalCode, city, country } = address;
  const countries = new Intl.DisplayNames(LOCALES[language], { type: 'region' });
  return [company, name, street, `${postalCode} ${city}`, countries.of(country)].filter(Boolean).join(', ');
}

/** A day as people write it. */
export function dayWords(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

function lineWord(line: MailedLine, currency: string, language: Language): string {
  const { quantity, unit, number, name, netPriceCents } = line;
  const price =
    netPriceCents === null ? '' : `, ${EACH[language]} ${money(netPriceCents, currency, language)}`;
  return `${quantity} ${unit} ${name} (${number})${printerWords(line, language)}${price}`;
}

function printerWords({ printerName, printerLocation }: MailedLine, language: Language): string {
  if (printerName === null) return '';
  return ` ${FOR[language]} ${[printerName, printerLocation].filter(Boolean).join(', ')}`;
}

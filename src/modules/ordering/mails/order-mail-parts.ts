import { facts, list, type MailBlock } from '../../../mail/mail-template';

/** What every mail about an order says; what is empty is left out. */
export interface AboutOrder {
  /** Of whom the mail goes to. */
  readonly name: string;
  /** Order or quote request, as a label. */
  readonly label: string;
  /** The same within a sentence. */
  readonly kind: string;
  readonly number: string;
  readonly reference: string;
  readonly costCentre: string;
  /** Empty where it goes to the company. */
  readonly deliverTo: string;
  readonly lines: string;
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  /** Of staff with their decision, or of the customer with theirs. */
  readonly message: string;
  readonly validUntil: string;
  /** Who at the customer did it; said where that may be a colleague. */
  readonly actedBy: string;
  readonly link: string;
}

/** How every subject begins. */
export const SUBJECT = '{label} {number}';

/** What was ordered or asked for, with the sums where there are prices. */
export const detailsDe: readonly MailBlock[] = [
  facts([
    ['Nummer', '{number}'],
    ['Ihr Zeichen', '{reference}'],
    ['Kostenstelle', '{costCentre}'],
    ['Lieferadresse', '{deliverTo}'],
  ]),
  list('{lines}'),
  facts([
    ['Summe netto', '{net}'],
    ['Umsatzsteuer', '{vat}'],
    ['Summe brutto', '{gross}'],
    ['Gültig bis', '{validUntil}'],
  ]),
];
export const detailsEn: readonly MailBlock[] = [
  facts([
    ['Number', '{number}'],
    ['Your reference', '{reference}'],
    ['Cost centre', '{costCentre}'],
    ['Delivery address', '{deliverTo}'],
  ]),
  list('{lines}'),
  facts([
    ['Net total', '{net}'],
    ['VAT', '{vat}'],
    ['Gross total', '{gross}'],
    ['Valid until', '{validUntil}'],
  ]),
];

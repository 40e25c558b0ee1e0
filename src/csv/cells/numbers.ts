import type { Language } from '../../platform/context/context';
import { BadCell, type CellType, type DecimalSign } from './cell-type';
import { cellError } from './texts';

const NO_MONEY = {
  de: 'Bitte geben Sie einen Betrag an, zum Beispiel 1.234,56.',
  en: 'Please give an amount, for example 1.234,56.',
};
const NO_PERCENT = {
  de: 'Bitte geben Sie einen Prozentsatz mit höchstens einer Nachkommastelle an, zum Beispiel 19 oder 8,1.',
  en: 'Please give a percentage with one decimal at most, for example 19 or 8,1.',
};
const OTHER_SIGN = new BadCell('decimal-sign', {
  de: 'In dieser Spalte steht anderswo ein anderes Dezimalzeichen. Schreiben Sie alle Zahlen gleich, zum Beispiel 1234,56.',
  en: 'Elsewhere in this column the decimal sign is another one. Write all numbers the same way, for example 1234,56.',
});
const AMBIGUOUS = new BadCell('ambiguous', {
  de: 'Das kann zwei Beträge bedeuten. Schreiben Sie alle Nachkommastellen mit Komma, zum Beispiel 1234,00.',
  en: 'This can be two amounts. Write all decimals with a comma, for example 1234,00.',
});

/** Digits, or digits in groups of three. */
const WHOLE = String.raw`(\d+|[1-9]\d{0,2}(?:\.\d{3})+)`;
const INTEGER = new RegExp(`^${WHOLE}$`);
const COMMA = new RegExp(`^${WHOLE}(?:,(\\d{1,2})0*)?$`);
/** As programs write it that know no comma; three digits behind a point are a group of thousands. */
const POINT = /^(\d+)\.(\d{1,2})$/;
/** Thousands in one country, decimals in the other. */
const EITHER = /^[1-9]\d{0,2}[.,]\d{3}$/;
const CURRENCY = /(?<!\s)\s*(?:€|EUR)$/i;

/** Whole cents from "1.234,56", "1234,5", "12", "12,50 €" or "12.50"; nothing where it is no amount. */
export function centsOf(text: string): number | undefined {
  const amount = text.replace(CURRENCY, '');
  const [, whole, decimals = ''] = POINT.exec(amount) ?? COMMA.exec(amount) ?? [];
  if (whole === undefined) return undefined;
  return Number(whole.replaceAll('.', '')) * 100 + Number(decimals.padEnd(2, '0'));
}

export function money({ max }: { max: number }): CellType<number> {
  return {
    sql: 'integer',
    description: { de: 'Betrag in Euro, zum Beispiel `1.234,56`', en: 'amount in euros, e.g. `1.234,56`' },
    signOf: signOfAmount,
    read: (text, sign) => {
      const cents = centsOf(text);
      if (isOther(signOfAmount(text), sign)) return OTHER_SIGN;
      if (EITHER.test(text.replace(CURRENCY, '')) && sign !== ',') return AMBIGUOUS;
      if (cents === undefined) return new BadCell('money', NO_MONEY);
      return cents > max ? cellError('max', { max: written(max, 2) }) : cents;
    },
    write: (cents) => written(cents, 2),
  };
}

/** A rate in thousandths, written in percent. */
export function percent({ max }: { max: number }): CellType<number> {
  return {
    sql: 'integer',
    description: { de: 'Prozentsatz, zum Beispiel `19` oder `8,1`', en: 'percentage, e.g. `19` or `8,1`' },
    signOf: signOfRate,
    read: (text, sign) => {
      if (isOther(signOfRate(text), sign)) return OTHER_SIGN;
      const [, whole, decimal = '0'] = /^(\d{1,3})(?:[.,](\d)0*)?\s*%?$/.exec(text) ?? [];
      if (whole === undefined) return new BadCell('percent', NO_PERCENT);
      const permille = Number(whole) * 10 + Number(decimal);
      return permille > max ? cellError('max', { max: written(max, 1) }) : permille;
    },
    write: (permille) => written(permille, 1).replace(/,0$/, ''),
  };
}

export function integer(min: number, max: number): CellType<number> {
  return {
    sql: 'integer',
    description: { de: `ganze Zahl von ${min} bis ${max}`, en: `whole number from ${min} to ${max}` },
    read: (text) => {
      const value = INTEGER.test(text) ? Number(text.replaceAll('.', '')) : undefined;
      if (value === undefined) return cellError('isInt');
      if (value < min) return cellError('min', { min });
      return value > max ? cellError('max', { max }) : value;
    },
    write: String,
  };
}

/** An amount for those who read the file: without thousands, so that spreadsheets of the language count with it. */
export function amountIn(cents: number, language: Language): string {
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: 2, useGrouping: false });
  return format.format(cents / 100);
}

function signOfAmount(text: string): DecimalSign | undefined {
  const amount = text.replace(CURRENCY, '');
  if (EITHER.test(amount)) return undefined;
  if (POINT.test(amount)) return '.';
  // Points that separate groups leave the comma to the decimals.
  return COMMA.test(amount) && /[.,]/.test(amount) ? ',' : undefined;
}

function signOfRate(text: string): DecimalSign | undefined {
  return (/[.,]/.exec(text)?.[0] ?? undefined) as DecimalSign | undefined;
}

function isOther(own: DecimalSign | undefined, sign: DecimalSign | undefined): boolean {
  return own !== undefined && sign !== undefined && own !== sign;
}

/** With a decimal comma and no groups. */
function written(value: number, decimals: number): string {
  return (value / 10 ** decimals).toFixed(decimals).replace('.', ',');
}

import type { OrderKind } from './order-status';

const PREFIXES: Readonly<Record<OrderKind, string>> = { ORDER: 'B', QUOTE_REQUEST: 'A' };

/** The sequence that numbers things of this kind. */
export const SEQUENCES: Readonly<Record<OrderKind, string>> = {
  ORDER: 'orders',
  QUOTE_REQUEST: 'quote-requests',
};

/** `B-2026-000123` or `A-2026-000123`: the year in which it was made, where the tenant is, and a number that counts on. */
export function orderNumber(kind: OrderKind, { year, sequence }: NumberInYear): string {
  return formatted(PREFIXES[kind], year, sequence);
}

interface NumberInYear {
  readonly year: number;
  readonly sequence: number;
}

/** What somebody who types a number looks for; the more they type, the less fits. */
export interface WantedNumber {
  readonly sequence: number;
  /** Where the year was typed, too: the numbers that are meant. */
  readonly numbers?: readonly string[];
}

/** Reads `B-2026-000123`, `2026-123` and `123`; nothing where the text is no number of an order or quote request. */
export function wantedNumber(text: string): WantedNumber | undefined {
  const match = /^(?:([ab])-)?(?:(\d{4})-)?(\d{1,12})$/i.exec(text.trim());
  const [, letter, year, digits] = match ?? [];
  if (!digits || (letter && !year)) return undefined;
  const sequence = Number(digits);
  const prefixes = letter ? [letter.toUpperCase()] : Object.values(PREFIXES);
  return year
    ? { sequence, numbers: prefixes.map((prefix) => formatted(prefix, Number(year), sequence)) }
    : { sequence };
}

function formatted(prefix: string, year: number, sequence: number): string {
  return `${prefix}-${year}-${String(sequence).padStart(6, '0')}`;
}

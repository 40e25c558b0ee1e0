import { typedNumber } from '../../../platform/typed-number';
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

/** As people and mails write it, see `typedNumber`; nothing where the text holds no number of an order or quote request. */
export function wantedNumber(text: string): WantedNumber | undefined {
  const typed = typedNumber(text, Object.values(PREFIXES).join(''));
  if (!typed || (typed.letter && typed.year === undefined)) return undefined;
  const { letter, year, sequence } = typed;
  if (year === undefined) return { sequence };
  const prefixes = letter ? [letter] : Object.values(PREFIXES);
  return { sequence, numbers: prefixes.map((prefix) => formatted(prefix, year, sequence)) };
}

function formatted(prefix: string, year: number, sequence: number): string {
  return `${prefix}-${year}-${String(sequence).padStart(6, '0')}`;
}

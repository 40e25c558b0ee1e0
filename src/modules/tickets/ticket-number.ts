import { typedNumber } from '../../platform/typed-number';

/** `T-2026-000123`: the year in which it was made, where the tenant is, and a number that counts on over the years. */
export function ticketNumber({
  year,
  sequence,
}: {
  readonly year: number;
  readonly sequence: number;
}): string {
  return formatted(year, sequence);
}

/** What somebody who types a number looks for. */
export interface WantedNumber {
  readonly sequence: number;
  /** Where the year was typed, too. */
  readonly number?: string;
}

/** As people and mails write it, see `typedNumber`; nothing where the text holds no number of a ticket. */
export function wantedNumber(text: string): WantedNumber | undefined {
  const typed = typedNumber(text, 'T');
  if (!typed) return undefined;
  const { year, sequence } = typed;
  return year === undefined ? { sequence } : { sequence, number: formatted(year, sequence) };
}

function formatted(year: number, sequence: number): string {
  return `T-${year}-${String(sequence).padStart(6, '0')}`;
}

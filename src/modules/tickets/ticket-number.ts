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

/** Reads `T-2026-000123`, `2026-123` and `123`; nothing where the text is no number of a ticket. */
export function wantedNumber(text: string): WantedNumber | undefined {
  const match = /^(?:t-)?(?:(\d{4})-)?(\d{1,12})$/i.exec(text.trim());
  if (!match?.[2]) return undefined;
  const sequence = Number(match[2]);
  return match[1] ? { sequence, number: formatted(Number(match[1]), sequence) } : { sequence };
}

function formatted(year: number, sequence: number): string {
  return `T-${year}-${String(sequence).padStart(6, '0')}`;
}

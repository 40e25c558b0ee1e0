/** A number that people read, such as `T-2026-000123`, as somebody has typed or copied it. */
export interface TypedNumber {
  /** In capitals; absent where it was not typed. */
  readonly letter?: string;
  readonly year?: number;
  readonly sequence: number;
}

const HYPHENS = /[\u2010-\u2015\u2212]/g;
/** What people and mails put before a number. */
const LABELS = new Set(
  `ticket ticketnummer ticketnr anfrage vorgang vorgangsnummer bestellung bestell bestellnummer angebot angebots
   angebotsanfrage angebotsnummer auftrag auftrags auftragsnummer order quote request nummer number nr no`.split(
    /\s+/,
  ),
);

/**
 * Reads a whole number wherever it stands in the text, and a short one (`2026-123`, `123`) that is all of the text but its label.
 * @param letters that numbers of this kind begin with
 */
export function typedNumber(text: string, letters: string): TypedNumber | undefined {
  const typed = text.normalize('NFKC').replace(HYPHENS, '-');
  const [, letter, year, digits] = wholeNumber(typed, letters) ?? shortNumber(typed, letters) ?? [];
  if (!digits) return undefined;
  return { letter: letter?.toUpperCase(), year: year ? Number(year) : undefined, sequence: Number(digits) };
}

type Match = readonly (string | undefined)[];

function wholeNumber(text: string, letters: string): Match | null {
  const whole = `(?<![\\p{L}\\p{N}-])([${letters}])-(\\d{4})-(\\d{1,12})(?![\\p{L}\\p{N}-])`;
  return new RegExp(whole, 'iu').exec(text);
}

function shortNumber(text: string, letters: string): Match | undefined {
  const short = `^(.*?)(?<![\\p{L}\\p{N}-])(?:([${letters}])-)?(?:(\\d{4})-)?(\\d{1,12})[^\\p{L}\\p{N}-]*$`;
  const [, before = '', ...parts] = new RegExp(short, 'isu').exec(text) ?? [];
  const words = before.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => word === '' || LABELS.has(word)) ? [undefined, ...parts] : undefined;
}

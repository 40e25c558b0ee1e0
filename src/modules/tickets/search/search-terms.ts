import { wantedNumber, type WantedNumber } from '../ticket-number';

/** What somebody types into the search, taken apart for the database. */
export interface SearchTerms {
  readonly words: string;
  /** The last word may still be unfinished: it also counts as the beginning of one. */
  readonly unfinished?: { readonly before: string; readonly beginning: string };
  readonly number?: WantedNumber;
}

export function searchTerms(text: string): SearchTerms {
  const words = text.trim();
  return { words, unfinished: unfinished(words), number: wantedNumber(words) };
}

/** Not what is excluded with a minus or stands in quotation marks: that is meant as typed. */
function unfinished(words: string): SearchTerms['unfinished'] {
  const match = /^(?:(.*)\s)?([\p{L}\p{N}]{2,})$/su.exec(words);
  if (!match?.[2]) return undefined;
  const before = match[1] ?? '';
  const quoted = before.split('"').length % 2 === 0;
  return quoted ? undefined : { before, beginning: match[2] };
}

import { caseFolded } from './case-folding';
import { withoutInvisible } from './visible';

/** ASCII without a space. */
const PLAIN = /^[!-~]*$/;
const DASHES = /[\p{Pd}\u2212\u2043]/gu;
const SPACES = /[\s\u2800]+/gu;

/**
 * By which numbers and names are compared that tell things apart: what looks alike is alike. Case, kinds of spaces and
 * dashes, repeated spaces, full-width letters, ways to write an umlaut and invisible characters make no difference; a
 * space where there was none does, and so do letters of another script.
 */
export function comparisonKey(text: string): string {
  // Most numbers are plain, and files have many of them.
  if (PLAIN.test(text)) return text.toLowerCase();
  const plain = withoutInvisible(text.normalize('NFKC')).replace(DASHES, '-').replace(SPACES, ' ').trim();
  return caseFolded(plain).normalize('NFKC');
}

/** What was found by key, by the texts that were looked for; those that were not found are absent. */
export function byText<Found>(
  texts: readonly string[],
  found: readonly { readonly key: string; readonly id: Found }[],
): ReadonlyMap<string, Found> {
  const ids = new Map(found.map(({ key, id }) => [key, id]));
  const pairs = texts.map((text) => [text, ids.get(comparisonKey(text))] as const);
  return new Map(pairs.flatMap(([text, id]) => (id === undefined ? [] : [[text, id] as const])));
}

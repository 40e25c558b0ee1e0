/** Characters that nobody sees, one of each kind: inTransaction, marks and overrides of direction, fillers, tags, a soft hyphen. */
export const HIDDEN = [
  '\u200b',
  '\u200d',
  '\u200f',
  '\u202e',
  '\u2066',
  '\u2060',
  '\u3164',
  '\u{e0041}',
  '\u00ad',
  '\ufeff',
] as const;

/** Ways to write a text: for people it stays the same, or nearly so. */
export function spellingsOf(text: string): string[] {
  const middle = Math.ceil(text.length / 2);
  const within = (inserted: string): string => text.slice(0, middle) + inserted + text.slice(middle);
  return [
    text.normalize('NFD'),
    text.normalize('NFKD'),
    ...HIDDEN.map(within),
    text.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
    text.replace(/[aeopcyx]/g, (letter) => CYRILLIC[letter] ?? letter),
    text.replaceAll(' ', '\u00a0'),
    text.replaceAll(' ', ' \u2003 '),
    text.replaceAll('-', '\u2011'),
    text.toUpperCase(),
    text.toLowerCase(),
    within('İıßẞΣσς'),
    within('u\u0308ü'),
  ];
}

const CYRILLIC: Readonly<Record<string, string>> = {
  a: '\u0430',
  e: '\u0435',
  o: '\u043e',
  p: '\u0440',
  c: '\u0441',
  y: '\u0443',
  x: '\u0445',
};

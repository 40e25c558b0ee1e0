import { type Language } from '../context/context';

/** Alphabets whose letters are taken for one another, with their names for people. */
const SCRIPTS = [
  { letters: /\p{Script=Latin}/u, de: 'lateinisch', en: 'Latin' },
  { letters: /\p{Script=Cyrillic}/u, de: 'kyrillisch', en: 'Cyrillic' },
  { letters: /\p{Script=Greek}/u, de: 'griechisch', en: 'Greek' },
  { letters: /\p{Script=Armenian}/u, de: 'armenisch', en: 'Armenian' },
  { letters: /\p{Script=Cherokee}/u, de: 'Cherokee', en: 'Cherokee' },
  { letters: /\p{Script=Coptic}/u, de: 'koptisch', en: 'Coptic' },
  { letters: /\p{Script=Georgian}/u, de: 'georgisch', en: 'Georgian' },
  { letters: /\p{Script=Hebrew}/u, de: 'hebräisch', en: 'Hebrew' },
  { letters: /\p{Script=Arabic}/u, de: 'arabisch', en: 'Arabic' },
] as const;

/**
 * The scripts of words that mix several: `muеller` with a Cyrillic letter looks like another name. Nothing where each word
 * keeps to one.
 */
export function mixedScripts(text: string, language: Language): string[] {
  const mixed = text.split(/[^\p{L}\p{M}]+/u).map(scriptsOf);
  const found = new Set(mixed.filter((scripts) => scripts.length > 1).flat());
  return [...found].map((script) => script[language]);
}

/** The same for an address, which is one word: even where only its domain is in another script. */
export function mixedScriptsOfAddress(email: string, language: Language): string[] {
  const scripts = scriptsOf(email);
  return scripts.length > 1 ? scripts.map((script) => script[language]) : [];
}

function scriptsOf(text: string): readonly (typeof SCRIPTS)[number][] {
  return SCRIPTS.filter(({ letters }) => letters.test(text));
}

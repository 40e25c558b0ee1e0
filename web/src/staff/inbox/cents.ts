import type { Language } from '../../i18n';

const PLAIN = /^(\d+)(?:[.,](\d{1,2}))?$/;
/** In groups of thousands, which the language separates so or so. */
const GROUPED = {
  de: /^(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/,
  en: /^(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/,
};

/**
 * What somebody typed as a price, in cents: `1.234,5`, `1,234.50` and `89` alike. Nothing where it is no price, or where it is
 * another one in the other language: who types `1,500` in German has mistyped something.
 */
export function centsOf(typed: string, language: Language): number | undefined {
  const text = typed.replace(/[\s€]/g, '');
  const other = GROUPED[language === 'de' ? 'en' : 'de'].exec(text);
  const parts = PLAIN.exec(text) ?? GROUPED[language].exec(text) ?? (other?.[2] ? other : null);
  if (!parts) return undefined;
  const [, whole = '', fraction = ''] = parts;
  return Number(whole.replace(/[.,]/g, '')) * 100 + Number(fraction.padEnd(2, '0'));
}

/** A price as it is typed. */
export function typedPrice(cents: number, language: string): string {
  const text = (cents / 100).toFixed(2);
  return language === 'de' ? text.replace('.', ',') : text;
}

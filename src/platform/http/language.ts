import type { Language } from '../context/context';

/** The supported language that Accept-Language prefers; German where it names none. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/);
      return {
        tag: tag.split('-')[0]?.trim().toLowerCase(),
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter(({ tag, quality }) => (tag === 'de' || tag === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted[0]?.tag === 'en' ? 'en' : 'de';
}

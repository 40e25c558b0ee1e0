import { CODE_PAGES, type CodePage, characterOf } from './code-pages';

/**
 * Detects the code page of a file by which characters are adjacent: "K”ln" is no word in windows-1252, but "Köln" in
 * CP850. Takes the bytes one by one and keeps counts only.
 */
export class CodePageDetector {
  private readonly pages = new Map(CODE_PAGES.map((page) => [page, new CodePageScore(page)]));

  /** A byte from 0x80 on, with those beside it. */
  add(offset: number, before: number, byte: number, after: number): void {
    for (const score of this.pages.values()) score.add(offset, before, byte, after);
  }

  /** The one code page in which all characters are plausible; where that is not clear, the offset of an ambiguous byte. */
  verdict(): CodePage | { readonly doubtAt: number } {
    const [windows, ...others] = [...this.pages.values()] as [CodePageScore, ...CodePageScore[]];
    const plausible = others.filter((other) => other.isPlausible);
    if (windows.isPlausible) {
      const better = plausible.find((other) => other.german > windows.german);
      return better ? { doubtAt: better.firstGerman } : windows.page;
    }
    const [only, ...more] = plausible;
    return only && only.german > 0 && more.length === 0 ? only.page : { doubtAt: windows.firstImplausible };
  }
}

const LETTER = /^(?![ªº])\p{L}$/u;
const CAPITAL = /^\p{Lu}$/u;
/** Not ß, which stands among capitals, too. */
const SMALL = /^(?!ß)\p{Ll}$/u;
const UMLAUT = /^[äöü]$/i;
const VOWEL = /^[aeiouyäöü]$/i;
/** What no list of ours is written with: frames, mathematics, ligatures, control characters. */
const FOREIGN = /^[\p{Cc}\p{Co}¤¨¯¶¸ƒıΩπ\u02b0-\u02ff\u2200-\u25ff\ufb00-\ufb06]$/u;
/** What may stand between two letters: "Peter’s", "Nord–Süd". */
const BETWEEN = /^[’‘´–—\xa0\xad]$/;
const NEVER_AFTER_LETTERS = /^[‚„†‡‰]$/;
const NEVER_BEFORE_LETTERS = /^[™€†‡‰]$/;

/** How the file reads in one code page. */
class CodePageScore {
  /** Characters that stand where German texts have them. */
  german = 0;
  firstGerman = 0;
  firstImplausible = 0;
  isPlausible = true;

  constructor(readonly page: CodePage) {}

  add(offset: number, ...bytes: readonly [before: number, byte: number, after: number]): void {
    const [before = '', character = '', after = ''] = bytes.map((byte) => characterOf(this.page, byte));
    if (isImplausible(before, character, after)) {
      if (this.isPlausible) this.firstImplausible = offset;
      this.isPlausible = false;
    } else if (isGerman(character, after)) {
      if (this.german === 0) this.firstGerman = offset;
      this.german += 1;
    }
  }
}

function isImplausible(before: string, character: string, after: string): boolean {
  const [behind, ahead] = [LETTER.test(before), LETTER.test(after)];
  if (FOREIGN.test(character)) return true;
  if (character === 'ß') return !VOWEL.test(before);
  if (!LETTER.test(character)) {
    return (
      (behind && ahead && !BETWEEN.test(character)) ||
      (behind && NEVER_AFTER_LETTERS.test(character)) ||
      (ahead && NEVER_BEFORE_LETTERS.test(character))
    );
  }
  // A capital in a word of small letters, or a small letter among capitals.
  return CAPITAL.test(character)
    ? SMALL.test(before) || (behind && SMALL.test(after))
    : CAPITAL.test(before) && CAPITAL.test(after);
}

function isGerman(character: string, after: string): boolean {
  if (character === 'ß') return true;
  return LETTER.test(after) ? UMLAUT.test(character) : character === '“' || character === '”';
}

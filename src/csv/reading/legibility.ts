import { CODE_PAGES, type CodePage, characterOf } from './code-pages';

/**
 * Judges in which code page a file was written, by how its characters stand beside one another: "K”ln" is no word in
 * windows-1252, but "Köln" in CP850. Fed with the bytes one by one; keeps counts only.
 */
export class Legibility {
  private readonly pages = new Map(CODE_PAGES.map((page) => [page, new Evidence(page)]));

  /** A byte from 0x80 on, with those beside it. */
  add(offset: number, before: number, byte: number, after: number): void {
    for (const evidence of this.pages.values()) evidence.add(offset, before, byte, after);
  }

  /** The one code page that everything is legible in; where that is not clear, a byte that can be read in several ways. */
  verdict(): CodePage | { readonly doubtAt: number } {
    const [windows, ...others] = [...this.pages.values()] as [Evidence, ...Evidence[]];
    const legible = others.filter((other) => other.isLegible);
    if (windows.isLegible) {
      const better = legible.find((other) => other.german > windows.german);
      return better ? { doubtAt: better.firstGerman } : windows.page;
    }
    const [only, ...more] = legible;
    return only && only.german > 0 && more.length === 0 ? only.page : { doubtAt: windows.firstStrange };
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
class Evidence {
  /** Characters that stand where German texts have them. */
  german = 0;
  firstGerman = 0;
  firstStrange = 0;
  isLegible = true;

  constructor(readonly page: CodePage) {}

  add(offset: number, ...bytes: readonly [before: number, byte: number, after: number]): void {
    const [before = '', character = '', after = ''] = bytes.map((byte) => characterOf(this.page, byte));
    if (isStrange(before, character, after)) {
      if (this.isLegible) this.firstStrange = offset;
      this.isLegible = false;
    } else if (isGerman(character, after)) {
      if (this.german === 0) this.firstGerman = offset;
      this.german += 1;
    }
  }
}

function isStrange(before: string, character: string, after: string): boolean {
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

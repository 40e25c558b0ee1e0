/**
 * Invisible characters: format characters (among them those that turn the direction of writing), fillers, variation selectors.
 * Two texts that differ by them look the same, or one looks like another.
 */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const ALL_INVISIBLE = new RegExp(INVISIBLE, 'gu');

// Emoji are made of several characters, some of which are invisible by themselves; only sequences that Unicode recommends,
// and visible ones that are joined, are taken, so that nothing can be hidden in them. The flag `v` knows them; the compiler
// does not know the flag.
const JOINED = '\\p{Extended_Pictographic}\\ufe0f?(?:\\u200d\\p{Extended_Pictographic}\\ufe0f?)+';
const EMOJI = new RegExp(`\\p{RGI_Emoji}|${JOINED}`, 'gv');

/** Like a space, but none in the eyes of Unicode. */
const BLANK = /^[\s\u2800]*$/u;

/** Whether somebody has to look at the bytes to see everything that is there. */
export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text) && INVISIBLE.test(text.replace(EMOJI, ''));
}

export function withoutInvisible(text: string): string {
  return text.replace(ALL_INVISIBLE, '');
}

/** Whether there is nothing to be read. */
export function isBlank(text: string): boolean {
  return BLANK.test(withoutInvisible(text));
}

import { isBlank } from './visible';

// As trim() has it, without the byte order mark: it is invisible, and is refused as such. What looks behind begins with the
// first of many spaces only; trying again at each of them takes seconds for as many as a text may have.
const AROUND = /^[^\S\ufeff]+|(?<![^\S\ufeff])[^\S\ufeff]+$/gu;

/** Without the space around it. */
export function trimmed(text: string): string {
  return text.replace(AROUND, '');
}

/**
 * The one form (NFC) in which texts are kept and looked for: `ü` may also be typed as `u` and two dots. What has nothing
 * to be read is empty; invisible characters beside visible ones stay, and are refused where they do not belong.
 */
export function oneLine(text: string): string {
  const normal = trimmed(text.normalize('NFC'));
  return /^\u2800*$/u.test(normal) ? '' : normal;
}

/** As `oneLine`, for texts of people: there, soft hyphens, joined emoji and marks of direction have their place. */
export function manyLines(text: string): string {
  const normal = trimmed(text.normalize('NFC'));
  return isBlank(normal) ? '' : normal;
}

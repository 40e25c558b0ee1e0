import { domainToASCII, domainToUnicode } from 'node:url';

/**
 * How addresses, numbers and names became keys when the migrations 18000 and 19000 gave old rows theirs. It stays as it was
 * then; what the program does today is in platform/text.
 */

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const AROUND = /^[^\S\ufeff]+|(?<![^\S\ufeff])[^\S\ufeff]+$/gu;
const DASHES = /[\p{Pd}\u2212\u2043]/gu;
const SPACES = /[\s\u2800]+/gu;

export function comparisonKey(text: string): string {
  const visible = text.normalize('NFKC').replace(INVISIBLE, '');
  return caseFolded(visible.replace(DASHES, '-').replace(SPACES, ' ').trim()).normalize('NFKC');
}

export function emailKey(email: string): string {
  const { local, domain } = partsOf(email);
  return domain ? `${folded(local)}@${domain}` : folded(email.replace(AROUND, ''));
}

/** An address as people read it; what is none stays as it is. */
export function readableEmail(email: string): string {
  const { local, domain } = partsOf(email);
  return domain ? `${local}@${domainToUnicode(domain)}` : email;
}

/** The domain as mail servers see it; it is empty where there is none. */
function partsOf(email: string): { local: string; domain: string } {
  const normal = email.replace(AROUND, '').normalize('NFC');
  const at = normal.lastIndexOf('@');
  return { local: normal.slice(0, at), domain: at < 1 ? '' : domainToASCII(normal.slice(at + 1)) };
}

function folded(text: string): string {
  return caseFolded(text.replace(INVISIBLE, '').normalize('NFC')).normalize('NFC');
}

function caseFolded(text: string): string {
  return Array.from(text, (character) => character.toLowerCase().toUpperCase().toLowerCase()).join('');
}

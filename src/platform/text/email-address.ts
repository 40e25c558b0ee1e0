import { domainToASCII, domainToUnicode } from 'node:url';
import { caseFolded } from './case-folding';
import { trimmed } from './normal-text';
import { withoutInvisible } from './visible';

/** One mailbox, whichever way its address was written. */
export interface EmailAddress {
  /** As people read it; it is stored so. */
  readonly readable: string;
  /** With the domain as mail servers see it. */
  readonly ascii: string;
  /** By which it is compared, counted and looked up: regardless of case. */
  readonly key: string;
}

/**
 * Brings an address into its one form: `@BÜCHER.example`, `@bücher.example` and `@xn--bcher-kva.example` are one
 * mailbox, and some letters only look like others. Nothing where the domain is none.
 */
export function emailAddress(email: string): EmailAddress | undefined {
  const normal = trimmed(email).normalize('NFC');
  const at = normal.lastIndexOf('@');
  const domain = domainToASCII(normal.slice(at + 1));
  if (at < 1 || !domain) return undefined;
  const local = normal.slice(0, at);
  return {
    readable: `${local}@${domainToUnicode(domain)}`,
    ascii: `${local}@${domain}`,
    key: `${folded(local)}@${domain}`,
  };
}

/** The key of an address; what is none is a key of its own. */
export function emailKey(email: string): string {
  return emailAddress(email)?.key ?? folded(trimmed(email));
}

function folded(text: string): string {
  return caseFolded(withoutInvisible(text).normalize('NFC')).normalize('NFC');
}

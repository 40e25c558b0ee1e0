import { domainToASCII, domainToUnicode } from 'node:url';

/** The ways in which one address can be written. */
export interface EmailForms {
  /** As people read it; it is stored so. */
  readonly readable: string;
  /** With the domain as the mail server sees it. */
  readonly ascii: string;
}

/**
 * Brings an address into its usual form: `@BÜCHER.example`, `@bücher.example` and `@xn--bcher-kva.example` are one
 * mailbox, and some letters only look like others. Nothing where the domain is none.
 */
export function emailForms(email: string): EmailForms | undefined {
  const at = email.lastIndexOf('@');
  const domain = domainToASCII(email.slice(at + 1));
  if (at < 1 || !domain) return undefined;
  const local = email.slice(0, at);
  return { readable: `${local}@${domainToUnicode(domain)}`, ascii: `${local}@${domain}` };
}

import { isEmail, ValidateBy } from 'class-validator';
import { emailAddress } from '../../text/email-address';
import { oneLine } from '../../text/normal-text';
import { hasInvisible } from '../../text/visible';

/** What fields of bodies, forms and queries and cells of CSV files have in common. */

// Control characters and separators of lines end up in mails, logs and file names; NUL is refused by PostgreSQL besides.
export const ONE_LINE = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u;
export const MANY_LINES = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;

/** Nothing that hides, or turns the direction of what follows. */
export function Visible(): PropertyDecorator {
  return ValidateBy({
    name: 'isVisible',
    validator: { validate: (value: unknown) => typeof value !== 'string' || !hasInvisible(value) },
  });
}

/** An address of which mail servers see nothing but ASCII. */
export function IsMailbox(): PropertyDecorator {
  return ValidateBy({
    name: 'isEmail',
    validator: { validate: (value: unknown) => typeof value === 'string' && isMailbox(value) },
  });
}

export function isMailbox(text: string): boolean {
  const ascii = emailAddress(text)?.ascii;
  return ascii !== undefined && isEmail(ascii, { allow_utf8_local_part: false });
}

/** The readable form; what is none, or hides something, stays for the rules to refuse. */
export function mailboxForm(text: string): string {
  const normal = oneLine(text);
  return hasInvisible(normal) ? normal : (emailAddress(normal)?.readable ?? normal);
}

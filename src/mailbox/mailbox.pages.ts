import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from 'handlebars';
import type { CaughtMail, CaughtMailDetail } from './caught-mail';

/** Of both pages: the frame with a mail's HTML inherits it, so no mail can run a script or call home. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const template = (name: string): HandlebarsTemplateDelegate<object> =>
  compile(readFileSync(join(__dirname, 'templates', `${name}.html.hbs`), 'utf8'));

const list = template('list');
const message = template('message');

export function listPage(mails: readonly CaughtMail[]): string {
  return list({ mails: mails.map((mail) => ({ ...mail, time: timeOf(mail) })) });
}

export function messagePage(mail: CaughtMailDetail): string {
  // Links leave the frame: nothing else may happen in it.
  const frame = mail.html === null ? undefined : `<base target="_blank">${mail.html}`;
  return message({ ...mail, time: timeOf(mail), frame });
}

function timeOf(mail: CaughtMail): string {
  return new Date(mail.receivedAt).toLocaleString('de-DE', { dateStyle: 'medium', timeStyle: 'medium' });
}

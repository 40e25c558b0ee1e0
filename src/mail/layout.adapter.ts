import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MailerOptions } from '@nestjs-modules/mailer';
import { HandlebarsAdapter } from '@nestjs-modules/mailer/adapters/handlebars.adapter';
import { compile, escapeExpression, SafeString } from 'handlebars';
import { headerText } from './header-text';
import type { MailContent } from './mail-content';

const TEMPLATES = join(__dirname, 'templates');

export const HTML_LAYOUT = join(TEMPLATES, 'layout.html.hbs');

/** Numbers of tickets and orders, and a word that reads badly in two lines. */
const PIECES = /\b[ABT]-\d{4}-\d{6,}\b|\be-mail\b/gi;

interface MailBeingBuilt {
  readonly data: { context: MailContent; subject?: string; text?: string };
}

/**
 * Renders text and HTML of a mail from its content. The library's adapter knows HTML only, and the library itself would
 * read `{{ }}` in a subject that a person wrote: so text and subject are set here.
 */
class LayoutAdapter extends HandlebarsAdapter {
  // Plain text has no markup that could be escaped.
  private readonly text = compile<MailContent>(readFileSync(join(TEMPLATES, 'layout.text.hbs'), 'utf8'), {
    noEscape: true,
  });

  constructor() {
    super({ whole }, { inlineCssEnabled: false });
  }

  override compile(mail: MailBeingBuilt, callback: (error?: Error) => void, options: MailerOptions): void {
    mail.data.subject = headerText(mail.data.context.subject);
    mail.data.text = this.text(mail.data.context);
    super.compile(mail, callback, options);
  }
}

/** A text in which nothing is torn at its hyphens that is one word. */
function whole(value: string): SafeString {
  return new SafeString(
    escapeExpression(value).replace(PIECES, '<span style="white-space: nowrap;">$&</span>'),
  );
}

/** What nodemailer calls to compile a mail. */
export function layout(): (mail: MailBeingBuilt, callback: (error?: Error) => void) => void {
  const adapter = new LayoutAdapter();
  return (mail, callback) => adapter.compile(mail, callback, {});
}

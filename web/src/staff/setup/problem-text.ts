import type { Texts } from '../../i18n';
import type { MailDelivery } from './queries';

/** Why a mail has not left, in words, with what the mail server said. */
export function problemText(
  { problem }: Pick<MailDelivery, 'problem'>,
  { problems }: Texts['setup']['mails'],
): string {
  if (!problem) return problems.NONE;
  return [problems[problem.code], problem.reply && `(${problem.reply})`].filter(Boolean).join(' ');
}

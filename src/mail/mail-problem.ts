import { ADDRESS_INVALID } from './mail-failure';

/** Why a mail has not left, for staff. */
export const MAIL_PROBLEMS = [
  'RECIPIENT_REFUSED',
  'SENDER_REFUSED',
  'MESSAGE_REFUSED',
  'ADDRESS_INVALID',
  'LOGIN_REFUSED',
  'NO_ENCRYPTION',
  'SERVER_NOT_FOUND',
  'SERVER_NOT_REACHED',
  'OTHER',
] as const;
export type MailProblem = (typeof MAIL_PROBLEMS)[number];

/** What is written down of a failed attempt, beside what it means; see `smtpFailure`. */
const WORDS: Readonly<Record<string, MailProblem>> = {
  'SMTP: recipient refused': 'RECIPIENT_REFUSED',
  'SMTP: sender refused': 'SENDER_REFUSED',
  'SMTP: message refused': 'MESSAGE_REFUSED',
  'SMTP: login refused': 'LOGIN_REFUSED',
  'SMTP: no encrypted connection': 'NO_ENCRYPTION',
  'SMTP: mail server not found': 'SERVER_NOT_FOUND',
  'SMTP: mail server not reached': 'SERVER_NOT_REACHED',
  [ADDRESS_INVALID]: 'ADDRESS_INVALID',
};

/** @returns the codes that the mail server gave, e.g. `550 5.1.1`, beside what they mean */
export function mailProblem(lastError: string): { code: MailProblem; reply: string | null } {
  const [, words = '', reply] = /^(.*?)(?: \(([\d. ]+)\))?$/.exec(lastError) ?? [];
  return { code: WORDS[words] ?? 'OTHER', reply: reply ?? null };
}

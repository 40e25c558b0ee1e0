import { setTimeout as sleep } from 'node:timers/promises';
import { e2eEnvironment } from './environment';

/** A mail that the program caught in its local mailbox. */
export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** RFC 3339. */
  readonly receivedAt: string;
}

interface Wanted {
  /** Part of the subject; without it any mail to the address will do. */
  readonly subject?: string;
  /** Mails that a test has seen already and does not mean. */
  readonly after?: Mail;
  readonly timeoutMs?: number;
}

const POLL_MS = 50;

/** The newest mail to an address, waiting for it where necessary. Mail is sent by a worker after the request ended. */
export async function newestMail(
  to: string,
  { subject, after, timeoutMs = 30_000 }: Wanted = {},
): Promise<Mail> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const mails = (await mailsTo(to)).filter(
      (mail) => subject === undefined || mail.subject.includes(subject),
    );
    const newest = mails[0];
    if (newest && newest.id !== after?.id) return newest;
    if (Date.now() > deadline) {
      const seen = (await mailsTo(to)).map((mail) => mail.subject);
      throw new Error(
        `No such mail to ${to} after ${timeoutMs} ms; there are: ${seen.join(', ') || 'none'}.`,
      );
    }
    await sleep(POLL_MS);
  }
}

/** All mails to an address, newest first, without waiting. */
export async function mailsTo(to: string): Promise<Mail[]> {
  // Suites ask many times a second, and the mailbox keeps a thousand.
  const wanted = new URLSearchParams({ to });
  const response = await fetch(`${e2eEnvironment().baseUrl}/mailbox/messages?${wanted}`);
  if (!response.ok) throw new Error(`The mailbox answered ${response.status}.`);
  const mails = (await response.json()) as Mail[];
  return mails.sort((a, b) => b.receivedAt.localeCompare(a.receivedAt));
}

/** The one-time token of the link in a mail; it stands in the fragment, which no server on the way sees. */
export function tokenFrom(mail: Mail): string {
  const link = /https?:\/\/\S+#\S+/.exec(mail.text)?.[0];
  const fragment = link && new URL(link).hash.slice(1);
  const token = fragment && (new URLSearchParams(fragment).get('token') ?? fragment);
  if (!token) throw new Error(`The mail "${mail.subject}" holds no link with a token:\n${mail.text}`);
  return token;
}

/** What puts a mail into a conversation, as mail programs read it; absent where it stands alone. */
export async function conversationOf({ id }: Mail): Promise<string | undefined> {
  const response = await fetch(`${e2eEnvironment().baseUrl}/mailbox/messages/${id}`, {
    headers: { accept: 'application/json' },
  });
  const { headers } = (await response.json()) as { headers: string[] };
  return headers.find((line) => line.startsWith('References: '))?.slice('References: '.length);
}

import type { MailPayload } from './composed-mail';

/** So many mails a day can be brought upon an address by people who have not logged in, of all kinds together. */
export const MAILS_A_DAY = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What may be sent when. */
export interface Turn {
  /** Of a kind only the newest mail leaves. */
  readonly kind: string;
  /** Only where fewer than so many went within a day, of whatever kind; less than the limit leaves some to others. */
  readonly upTo: number;
  /** Not so soon after another of the kind. */
  readonly apartMs?: number;
  /**
   * Also where the day's are used up: there is no other way to what the mail brings, and the last one that brought it has run
   * out. How long that takes is the limit.
   */
  readonly overdue?: boolean;
}

/** A mail that is on its way or was sent. */
export interface RememberedMail {
  readonly id: string;
  readonly kind: string;
  /** When it was queued, then when sending it was last tried. */
  readonly at: string;
}

type Mails = readonly RememberedMail[];

/** Whether a mail was brought about by somebody who has not logged in: `AnonymousMailLimiter` notes the address. */
export function isAnonymous(payload: MailPayload): boolean {
  return 'addressId' in payload;
}

export function mayBeMailed(mails: Mails, { kind, upTo, apartMs = 0, overdue }: Turn, now: Date): boolean {
  if (overdue) return true;
  const within = (ms: number): RememberedMail[] => mails.filter((mail) => ageOf(mail, now) < ms);
  if (within(DAY_MS).length >= Math.min(upTo, MAILS_A_DAY)) return false;
  return !within(apartMs).some((mail) => mail.kind === kind);
}

/** With one more, or one whose time is new. As many as may be sent in a day: what is older is not missed. */
export function remembering(mails: Mails, mail: RememberedMail): Mails {
  return [...mails.filter(({ id }) => id !== mail.id), mail].slice(-MAILS_A_DAY);
}

/**
 * Whether a mail may leave now. Those that waited for a dead mail server must not arrive together with the next: one
 * that newer ones have pushed out stays, as does one of which there is a newer of its kind.
 */
export function mayLeave(mails: Mails, mailId: string): boolean {
  const mail = mails.find(({ id }) => id === mailId);
  return mail !== undefined && mails.findLast(({ kind }) => kind === mail.kind) === mail;
}

function ageOf({ at }: RememberedMail, now: Date): number {
  return now.getTime() - Date.parse(at);
}

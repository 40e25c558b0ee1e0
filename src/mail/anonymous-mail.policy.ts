import type { MailPayload } from './composed-mail';

/** Mails per day to one address that unauthenticated requests can cause, of all kinds together. */
export const MAILS_A_DAY = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

/** How many mails of a kind may be sent to one address. */
export interface SendQuota {
  /** Of a kind only the newest mail leaves. */
  readonly kind: string;
  /** Only where fewer than so many went within a day, of whatever kind; less than the limit leaves some to others. */
  readonly upTo: number;
  /** Not so soon after another of the kind. */
  readonly apartMs?: number;
  /**
   * Also where the quota of the day is used up: the mail is the only way to what it brings, and the last one has expired. Its
   * validity is then the limit.
   */
  readonly overdue?: boolean;
}

/** A mail that is on its way or was sent. */
export interface MailRecord {
  readonly id: string;
  readonly kind: string;
  /** When it was queued, then when sending it was last tried. */
  readonly at: string;
}

type Mails = readonly MailRecord[];

/** Whether an unauthenticated request caused the mail: `AnonymousMailLimiter` records the address. */
export function isAnonymous(payload: MailPayload): boolean {
  return 'addressId' in payload;
}

export function mayBeMailed(
  mails: Mails,
  { kind, upTo, apartMs = 0, overdue }: SendQuota,
  now: Date,
): boolean {
  if (overdue) return true;
  const within = (ms: number): MailRecord[] => mails.filter((mail) => ageOf(mail, now) < ms);
  if (within(DAY_MS).length >= Math.min(upTo, MAILS_A_DAY)) return false;
  return !within(apartMs).some((mail) => mail.kind === kind);
}

/** With one more, or one whose time is new. As many as may be sent in a day: what is older is not missed. */
export function remembering(mails: Mails, mail: MailRecord): Mails {
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

function ageOf({ at }: MailRecord, now: Date): number {
  return now.getTime() - Date.parse(at);
}

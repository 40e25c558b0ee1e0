import { isAnonymous } from './anonymous-mail.policy';
import type { MailPayload } from './composed-mail';
import type { JobPayload } from '../platform/events/event-handlers';
import type { JobQueue } from '../platform/events/job-queue';

/** Name of the job that brings one mail to the mail server. */
export const DELIVER_MAIL = 'mail.deliver';

export interface DeliverMail extends JobPayload {
  readonly mailId: string;
}

/** People who have not logged in can bring about many mails: those wait for all others. */
const ANONYMOUS_PRIORITY = 10;

interface Delivery {
  readonly mailId: string;
  /** What the mail was queued with. */
  readonly payload?: MailPayload;
  readonly runAt?: Date;
}

/** The key keeps it one job a mail, whoever queues it again: the job under way is not repeated besides. */
export function queueDelivery(jobs: JobQueue, { mailId, payload, runAt }: Delivery): void {
  const priority = payload && isAnonymous(payload) ? ANONYMOUS_PRIORITY : 0;
  jobs.add(DELIVER_MAIL, { mailId }, { key: `${DELIVER_MAIL}:${mailId}`, runAt, priority });
}

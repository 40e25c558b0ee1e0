import type { JobPayload } from '../platform/events/event-handlers';
import type { JobQueue } from '../platform/events/job-queue';

/** Name of the job that brings one mail to the mail server. */
export const DELIVER_MAIL = 'mail.deliver';

export interface DeliverMail extends JobPayload {
  readonly mailId: string;
}

/** The key keeps it one job a mail, whoever queues it again: the job under way is not repeated besides. */
export function queueDelivery(jobs: JobQueue, mailId: string, runAt?: Date): void {
  jobs.add(DELIVER_MAIL, { mailId }, { key: `${DELIVER_MAIL}:${mailId}`, runAt });
}

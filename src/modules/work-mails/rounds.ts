/** Name of the job that mails a tenant's staff immediate notifications. */
export const NOTIFY_STAFF = 'work-mails.tell';

/** Events within it become one mail to each. */
const COLLECT_MS = 2 * 60_000;

/**
 * What happened later than this before a round waits for the next: a change counts from when it was made, and becomes visible with
 * the end of its transaction, which statements that wait for locks can put off by seconds.
 */
const SETTLE_MS = 30_000;

/** When the round runs that notifies of events of now: the same time for all events of a short while. */
export function nextRound(now: Date): Date {
  return new Date((Math.floor(now.getTime() / COLLECT_MS) + 1) * COLLECT_MS + SETTLE_MS);
}

/** Up to when a round includes events. */
export function settledAt(now: Date): Date {
  return new Date(now.getTime() - SETTLE_MS);
}

import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../platform/database';
import { type JobPayload, OnJob, OnSchedule } from '../../platform/events/event-handlers';
import type { MailTemplate } from '../../mail/mail-template';
import { Mailer } from '../../mail/mailer';
import { InboxNewsReader } from '../inbox';
import { type DueWorkMail, type MailTiming, StaffReader, WorkMailChoices, type WorkTopic } from '../staff';
import { SettingsService, TenantsService } from '../tenants';
import { TicketNewsReader } from '../tickets';
import { settledAt, NOTIFY_STAFF } from './rounds';
import { workDigestMail, workNewsMail } from './work.mail';

/** By the clocks of the tenant. */
const DIGEST_AT = '07:00';
/** Older news is not mailed: staff who were not notified for longer look into the portal anyhow. */
const REACHES_BACK_MS = 7 * 24 * 60 * 60_000;

// The last one that is over, today's or yesterday's.
const LAST_DIGEST = `
  SELECT max(at) AS at FROM (
    SELECT ((now() AT TIME ZONE $1)::date - days + time '${DIGEST_AT}') AT TIME ZONE $1 AS at
    FROM generate_series(0, 1) days) digests
  WHERE at <= $2`;

const MAIL_WITH: Readonly<Record<Exclude<MailTiming, 'NEVER'>, MailTemplate>> = {
  AT_ONCE: workNewsMail,
  DAILY: workDigestMail,
};

/**
 * Mails staff what happened since their last notification: one mail to each, none where there is nothing. The notification is
 * recorded in the same transaction, so a repeated round notifies nobody twice, and the next round makes up for a missed one.
 */
@Injectable()
export class WorkMailRounds {
  constructor(
    private readonly tenants: TenantsService,
    private readonly settings: SettingsService,
    private readonly transactions: TransactionService,
    private readonly choices: WorkMailChoices,
    private readonly staff: StaffReader,
    private readonly tickets: TicketNewsReader,
    private readonly inbox: InboxNewsReader,
    private readonly mailer: Mailer,
  ) {}

  @OnJob(NOTIFY_STAFF)
  async sendImmediate({ tenantId }: JobPayload): Promise<void> {
    await this.transactions.runFor(tenantId, () => this.sendDue('AT_ONCE', settledAt(new Date())));
  }

  /** Every hour, because mornings begin at different times. */
  @OnSchedule('1 * * * *')
  async tellDaily(): Promise<void> {
    for (const { id } of await this.tenants.list()) {
      await this.transactions.runFor(id, async () => {
        const { timeZone } = await this.settings.current();
        const [last] = await this.transactions.query<{ at: Date }>(LAST_DIGEST, [
          timeZone,
          settledAt(new Date()),
        ]);
        if (last) await this.sendDue('DAILY', last.at);
      });
    }
  }

  private async sendDue(timing: keyof typeof MAIL_WITH, until: Date): Promise<void> {
    const due = (await this.choices.takeDue(timing, until)).map((one) => notTooLongAgo(one, until));
    const recipients = await this.staff.recipients([...new Set(due.map(({ staffUserId }) => staffUserId))]);
    const notified = due.filter(({ staffUserId }) => recipients.has(staffUserId));
    const news = await this.withUpdates(notified, until);
    for (const about of new Set(news.map(({ staffUserId }) => staffUserId))) {
      const topics = news.filter(({ staffUserId }) => staffUserId === about);
      const since = topics.map(({ topic, since: at }) => [topic, at.toISOString()] as const);
      await this.mailer.queue({
        template: MAIL_WITH[timing],
        about,
        payload: { ...Object.fromEntries(since), until: until.toISOString() },
        dedupeKey: `${NOTIFY_STAFF}:${timing}:${until.toISOString()}:${about}`,
      });
    }
  }

  /** One statement for each kind of work. */
  private async withUpdates(due: readonly DueWorkMail[], until: Date): Promise<DueWorkMail[]> {
    const of = (wanted: WorkTopic): DueWorkMail[] => due.filter(({ topic }) => topic === wanted);
    const unassigned = await this.tickets.staffWithNews('NOBODY', of('UNASSIGNED_TICKETS'), until);
    const mine = await this.tickets.staffWithNews('MINE', of('MY_TICKETS'), until);
    const arrived = await this.latestArrival(of('INBOX'), until);
    return [
      ...of('INBOX').filter(({ since }) => arrived !== null && arrived > since),
      ...of('UNASSIGNED_TICKETS').filter(({ staffUserId }) => unassigned.has(staffUserId)),
      ...of('MY_TICKETS').filter(({ staffUserId }) => mine.has(staffUserId)),
    ];
  }

  private async latestArrival(due: readonly DueWorkMail[], until: Date): Promise<Date | null> {
    if (due.length === 0) return null;
    const since = Math.min(...due.map((one) => one.since.getTime()));
    return this.inbox.latestArrival(new Date(since), until);
  }
}

function notTooLongAgo(due: DueWorkMail, until: Date): DueWorkMail {
  const earliest = until.getTime() - REACHES_BACK_MS;
  return { ...due, since: new Date(Math.max(due.since.getTime(), earliest)) };
}

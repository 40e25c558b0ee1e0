import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository, TransactionService } from '../platform/database';
import { EventPublisher } from '../platform/events/event-publisher';
import { OnJob } from '../platform/events/event-handlers';
import { JobQueue } from '../platform/events/job-queue';
import { Composers } from './composers';
import { DELIVER_MAIL, type DeliverMail, queueDelivery } from './delivery-job';
import { mailDeliveryChanged } from './mail.events';
import { MailFailure } from './mail-failure';
import { type MailToSend, MailSender } from './mail-sender';
import { OutgoingMail } from './outgoing-mail.entity';

const MAX_PAUSES = 10;
const PAUSE_MS = 500;

/**
 * Brings queued mails to the mail server, at least once: a crash between sending and noting it sends again, under the
 * same Message-ID. No transaction is open while the mail server is talked to.
 */
@Injectable()
export class MailDeliveryService {
  private readonly log = new Logger(MailDeliveryService.name);

  constructor(
    private readonly transactions: TransactionService,
    private readonly composers: Composers,
    private readonly sender: MailSender,
    private readonly jobs: JobQueue,
    private readonly events: EventPublisher,
    @InjectTenantRepository(OutgoingMail) private readonly mails: TenantRepository<OutgoingMail>,
  ) {}

  @OnJob(DELIVER_MAIL)
  async deliver({ tenantId, mailId }: DeliverMail): Promise<void> {
    if (!(await this.transactions.runFor(tenantId, () => this.begin(mailId)))) return;
    try {
      const mail = await this.transactions.runFor(tenantId, () => this.compose(mailId));
      if (!mail) return;
      await this.sender.send(mail);
    } catch (error) {
      await this.transactions.runFor(tenantId, () => this.noteFailure(mailId, error));
      return;
    }
    await retry(() => this.transactions.runFor(tenantId, () => this.noteSent(mailId)));
  }

  private async begin(mailId: string): Promise<boolean> {
    const mail = await this.queued(mailId);
    if (!mail) return false;
    mail.beginAttempt();
    await this.mails.update(mail);
    return true;
  }

  private async compose(mailId: string): Promise<MailToSend | undefined> {
    const mail = await this.queued(mailId);
    if (!mail) return undefined;
    const { template, compose } = this.composers.of(mail.template);
    const { id, about, payload, createdAt } = mail;
    const composed = await compose({ id, about, payload, createdAt });
    if (composed) return { id, template, composed };
    mail.suppress();
    await this.mails.update(mail);
    return undefined;
  }

  private async noteSent(mailId: string): Promise<void> {
    const mail = await this.queued(mailId);
    if (!mail) return;
    const hadFailed = mail.lastError !== null;
    mail.markSent();
    await this.mails.update(mail);
    if (hadFailed) await this.announce(mail);
  }

  private async noteFailure(mailId: string, error: unknown): Promise<void> {
    const mail = await this.queued(mailId);
    if (!mail) return;
    const known = error instanceof MailFailure;
    const isNews = mail.lastError === null;
    if (!known) this.log.error({ msg: 'A mail could not be made.', err: error });
    mail.markAttemptFailed(known ? error.message : 'Internal error, see the log.', known && error.permanent);
    this.log.warn(`Mail ${mailId} (${mail.template}), attempt ${mail.attempts}: ${mail.lastError}`);
    await this.mails.update(mail);
    const { state, payload, nextAttemptAt: runAt } = mail;
    if (state === 'QUEUED') queueDelivery(this.jobs, { mailId, payload, runAt });
    if (isNews || state === 'FAILED') await this.announce(mail);
  }

  private async announce({ payload: { ticketId, orderId } }: OutgoingMail): Promise<void> {
    if (ticketId !== undefined)
      await this.events.publish(mailDeliveryChanged, { ticketId: String(ticketId) });
    else if (orderId !== undefined)
      await this.events.publish(mailDeliveryChanged, { orderId: String(orderId) });
  }

  /** Locked until the transaction ends; absent where its fate is settled. */
  private async queued(mailId: string): Promise<OutgoingMail | undefined> {
    const mail = await this.mails.lock({ id: mailId });
    return mail?.state === 'QUEUED' ? mail : undefined;
  }
}

/** Tries again for some seconds: a mail that has left must not leave again because the database was busy for a moment. */
async function retry(work: () => Promise<void>): Promise<void> {
  for (let pauses = 0; ; pauses++) {
    try {
      await work();
      return;
    } catch (error) {
      if (pauses === MAX_PAUSES) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

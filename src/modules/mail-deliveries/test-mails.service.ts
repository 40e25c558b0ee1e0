import { Injectable } from '@nestjs/common';
import { currentActor } from '../../platform/context/context';
import { TransactionService } from '../../platform/database';
import type { Limiter } from '../../platform/limits/limiter';
import { LimitsService } from '../../platform/limits/limits.service';
import type { ComposedFor, QueuedMail } from '../../mail/composed-mail';
import { Composes } from '../../mail/composers';
import { Mailer } from '../../mail/mailer';
import { StaffReader } from '../staff';
import { MailBrands } from '../tenants';
import { testMail } from './test.mail';

const PER_HOUR = 10;
const HOUR = 60 * 60;

/** A mail to oneself, which shows whether mails leave and in whose name. */
@Injectable()
export class TestMailsService {
  private readonly limit: Limiter;

  constructor(
    private readonly transactions: TransactionService,
    private readonly mailer: Mailer,
    private readonly staff: StaffReader,
    private readonly brands: MailBrands,
    limits: LimitsService,
  ) {
    this.limit = limits.limiter('test-mail', PER_HOUR, HOUR);
  }

  /** @returns the mail's id @throws tooManyRequests */
  async send(): Promise<string> {
    const { id: about, tenantId } = currentActor();
    await this.limit.consume(`${tenantId}:${about}`);
    return this.transactions.run(() => this.mailer.queue({ template: testMail, about, payload: {} }));
  }

  @Composes(testMail)
  async compose({ about }: QueuedMail): Promise<ComposedFor<typeof testMail> | null> {
    const recipient = (await this.staff.recipients([about])).get(about);
    if (!recipient) return null;
    const { name, address } = recipient;
    const { brand, defaultLanguage } = await this.brands.current();
    const values = { name, link: await this.brands.workplaceUrl() };
    return { to: { name, address }, language: recipient.language ?? defaultLanguage, brand, values };
  }
}

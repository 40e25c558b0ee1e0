import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { InjectTenantRepository, type TenantRepository, TransactionService } from '../../platform/database';
import { OnSchedule } from '../../platform/events/event-handlers';
import { IdempotencyService } from '../../platform/http/idempotency/idempotency.service';
import { AnonymousMailLimiter } from '../../mail/anonymous-mail-limiter';
import { TenantsService } from '../tenants';
import { OneTimeToken } from './one-time-token.entity';
import { Session } from './session.entity';

const DAY = 24 * 60 * 60 * 1000;
/** What is over is kept for a while, for questions after an incident. */
const KEEP_DAYS = 30;
const KEEP_ANSWERS_DAYS = 7;
const KEEP_ADDRESSES_DAYS = 7;

/** Deletes expired records at night. */
@Injectable()
export class Housekeeping {
  constructor(
    private readonly tenants: TenantsService,
    private readonly transactions: TransactionService,
    private readonly idempotency: IdempotencyService,
    private readonly mails: AnonymousMailLimiter,
    @InjectTenantRepository(Session) private readonly sessions: TenantRepository<Session>,
    @InjectTenantRepository(OneTimeToken) private readonly tokens: TenantRepository<OneTimeToken>,
  ) {}

  @OnSchedule('17 2 * * *')
  async tidyUp(): Promise<void> {
    for (const { id } of await this.tenants.list()) {
      await this.transactions.runFor(id, () => this.tidyUpTenant());
    }
  }

  private async tidyUpTenant(): Promise<void> {
    const longAgo = LessThan(new Date(Date.now() - KEEP_DAYS * DAY));
    await this.sessions.delete({ endedAt: longAgo });
    await this.sessions.delete({ expiresAt: longAgo });
    await this.tokens.delete({ expiresAt: longAgo });
    await this.idempotency.forget(KEEP_ANSWERS_DAYS);
    await this.mails.forget(KEEP_ADDRESSES_DAYS);
  }
}

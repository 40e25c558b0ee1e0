import { Injectable } from '@nestjs/common';
import { currentAddress } from '../../platform/context/context';
import { TransactionService } from '../../platform/database';
import { JobQueue } from '../../platform/events/job-queue';
import { newId } from '../../platform/ids';
import type { Limiter } from '../../platform/limits/limiter';
import { LimitsService } from '../../platform/limits/limits.service';
import { TenantsService } from '../tenants';
import { AccountsService } from './accounts.service';
import { attemptOf, LoginLimits } from './login-limits';
import { PASSWORD_RESET_JOB } from './password-reset-mails';

/** Passwort vergessen: answers alike, and after the same work, whether an address is known or not. */
@Injectable()
export class PasswordResetsService {
  private readonly perAddress: Limiter;

  constructor(
    private readonly tenants: TenantsService,
    private readonly transactions: TransactionService,
    private readonly accounts: AccountsService,
    private readonly jobs: JobQueue,
    private readonly logins: LoginLimits,
    limits: LimitsService,
  ) {
    this.perAddress = limits.limiter('password-reset', 20, 15 * 60);
  }

  async request(tenant: string, email: string): Promise<void> {
    await this.perAddress.consume(currentAddress());
    const familiar = await this.logins.isFamiliar(attemptOf(tenant, email));
    const tenantId = await this.tenants.idOf(tenant);
    if (!tenantId) return;
    await this.transactions.runFor(tenantId, async () => {
      const account = await this.accounts.byEmail(email);
      // An unknown address queues a job as well, against timing attacks; it finds no account and ends.
      this.jobs.add(PASSWORD_RESET_JOB, { accountId: account?.id ?? newId(), familiar });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import { TransactionService } from '../../platform/database';
import { OnSchedule } from '../../platform/events/event-handlers';
import { JobQueue } from '../../platform/events/job-queue';
import { Mailer } from '../../mail/mailer';
import { TenantsService } from './tenants.service';

const KEEP_MAILS_DAYS = 90;
const KEEP_JOBS_DAYS = 30;

/** Throws away at night what the platform has written down of people for long enough; docs/operations.md lists all of it. */
@Injectable()
export class RecordsHousekeeping {
  constructor(
    private readonly tenants: TenantsService,
    private readonly transactions: TransactionService,
    private readonly mailer: Mailer,
    private readonly audit: AuditLog,
    private readonly jobs: JobQueue,
  ) {}

  @OnSchedule('57 2 * * *')
  async tidyUp(): Promise<void> {
    for (const { id } of await this.tenants.list()) {
      await this.transactions.runFor(id, () => this.mailer.forget(KEEP_MAILS_DAYS));
      // Apart: it is done in the owner's name, and a distributed database serves one name in a transaction.
      await this.transactions.runFor(id, () => this.audit.forgetOld());
    }
    await this.jobs.forgetGivenUp(KEEP_JOBS_DAYS);
  }
}

import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../platform/database';
import { OnSchedule } from '../../platform/events/event-handlers';
import { newId } from '../../platform/ids';
import { TenantsService } from '../tenants';
import { TEST_MAIL_SENT } from './first-steps.service';

const REMEMBER = `
  INSERT INTO done_first_steps (tenant_id, id, step)
  SELECT $1, $2, 'SENDER' WHERE ${TEST_MAIL_SENT}
    AND NOT EXISTS (SELECT FROM done_first_steps d WHERE ${tenantCondition('d')} AND d.step = 'SENDER')
  ON CONFLICT (tenant_id, step) DO NOTHING`;

/** Writes down at night that a test mail has left: what is known of mails is thrown away after 90 days. */
@Injectable()
export class FirstStepsHousekeeping {
  constructor(
    private readonly tenants: TenantsService,
    private readonly transactions: TransactionService,
  ) {}

  /** Before the mails of the night are thrown away. */
  @OnSchedule('7 2 * * *')
  async remember(): Promise<void> {
    for (const { id } of await this.tenants.list()) {
      await this.transactions.runFor(id, () => this.transactions.query(REMEMBER, [id, newId()]));
    }
  }
}

import { Injectable } from '@nestjs/common';
import {
  InjectTenantRepository,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../platform/database';
import { newId } from '../../platform/ids';
import { ALL, type FirstStep, type FirstStepsView, viewOf } from './first-steps';
import { SkippedFirstStep } from './skipped-first-step.entity';

const hasRow = (table: string, alias: string, condition = 'true'): string =>
  `EXISTS (SELECT FROM ${table} ${alias} WHERE ${tenantCondition(alias)} AND ${condition})`;

export const TEST_MAIL_SENT = hasRow('outgoing_mails', 'm', `m.template = 'test' AND m.state = 'SENT'`);

/** Each asks for one row, however many there are. */
const DONE: Readonly<Record<FirstStep, string>> = {
  BRAND: hasRow('tenant_settings', 's', '(s.accent_color IS NOT NULL OR s.logo IS NOT NULL)'),
  SENDER: `(${TEST_MAIL_SENT} OR ${hasRow('done_first_steps', 'r', `r.step = 'SENDER'`)})`,
  CUSTOMERS: hasRow('customers', 'u'),
  CONTACTS: hasRow('contacts', 'c'),
  ARTICLES: hasRow('articles', 'a'),
  DEVICES: hasRow('devices', 'd'),
  INVITATION: hasRow('accounts', 'i', `i.kind = 'CONTACT'`),
};
const STATE = `SELECT array_remove(ARRAY[${Object.entries(DONE)
  .map(([step, done]) => `CASE WHEN ${done} THEN '${step}' END`)
  .join(', ')}], NULL) AS done,
  ARRAY(SELECT k.step FROM skipped_first_steps k WHERE ${tenantCondition('k')}) AS skipped`;

export interface FirstStepsChange {
  readonly dismissed?: boolean;
  readonly skip?: FirstStep;
  readonly takeUp?: FirstStep;
}

/** How far a new tenant has come: seen from what there is, in one statement. Written down is what is skipped, and what leaves no lasting trace. */
@Injectable()
export class FirstStepsService {
  constructor(
    private readonly transactions: TransactionService,
    @InjectTenantRepository(SkippedFirstStep) private readonly skipped: TenantRepository<SkippedFirstStep>,
  ) {}

  async view(): Promise<FirstStepsView> {
    const [row] = await this.transactions.query<{ done: string[]; skipped: string[] }>(STATE, [
      this.transactions.tenantId,
    ]);
    return viewOf(new Set(row?.done), new Set(row?.skipped));
  }

  /** What is absent stays. */
  change({ dismissed, skip, takeUp }: FirstStepsChange): Promise<FirstStepsView> {
    return this.transactions.run(async () => {
      if (skip) await this.skip(skip);
      if (dismissed === true) await this.skip(ALL);
      if (takeUp) await this.skipped.delete({ step: takeUp });
      if (dismissed === false) await this.skipped.delete({ step: ALL });
      return this.view();
    });
  }

  /** Once is enough. */
  private async skip(step: SkippedFirstStep['step']): Promise<void> {
    await this.transactions.query(
      'INSERT INTO skipped_first_steps (tenant_id, id, step) VALUES ($1, $2, $3) ON CONFLICT (tenant_id, step) DO NOTHING',
      [this.transactions.tenantId, newId(), step],
    );
  }
}

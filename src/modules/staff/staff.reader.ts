import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { tenantCondition } from '../../platform/database/tenant-scope';
import { queryByIds } from '../../platform/database/query-by-ids';
import { TransactionService } from '../../platform/database/transaction.service';
import { AccountsService } from '../auth';
import { StaffUser } from './staff-user.entity';

/** What other modules may ask about staff users. */
@Injectable()
export class StaffReader {
  constructor(
    private readonly transactions: TransactionService,
    private readonly accounts: AccountsService,
    @InjectTenantRepository(StaffUser) private readonly users: TenantRepository<StaffUser>,
  ) {}

  /** Whether somebody can be given work: one of this tenant's staff, and not deactivated. */
  async isAvailable(id: string): Promise<boolean> {
    if (!(await this.users.exists({ id }))) return false;
    const account = (await this.accounts.viewsOf([id])).get(id);
    return account !== undefined && account.state !== 'DEACTIVATED';
  }

  /** Names by id; strangers are absent. */
  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const users = await queryByIds<{ id: string; name: string }>(
      this.transactions,
      `SELECT id, name FROM staff_users t WHERE ${tenantCondition('t')} AND id = ANY($2::uuid[])`,
      ids,
    );
    return new Map(users.map(({ id, name }) => [id, name]));
  }
}

import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Language } from '../../platform/context/context';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { tenantCondition } from '../../platform/database/tenant-scope';
import { queryByIds } from '../../platform/database/query-by-ids';
import { TransactionService } from '../../platform/database/transaction.service';
import { AccountsService } from '../auth';
import { StaffUser } from './staff-user.entity';

/** Somebody of the staff to whom mails about work may go: their access is active. */
export interface StaffRecipient {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** Null: the tenant's. */
  readonly language: Language | null;
}

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

  /** Those of the given who may be told of work, by id. */
  async recipients(ids: readonly string[]): Promise<ReadonlyMap<string, StaffRecipient>> {
    const users = ids.length > 0 ? await this.users.find({ id: In([...ids]) }) : [];
    const accounts = await this.accounts.viewsOf(users.map(({ id }) => id));
    const active = users.filter(({ id }) => accounts.get(id)?.state === 'ACTIVE');
    return new Map(
      active.map(({ id, name, email: address, language }) => [id, { id, name, address, language }]),
    );
  }
}

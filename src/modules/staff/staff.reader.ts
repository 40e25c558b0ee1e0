import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Language } from '../../platform/context/context';
import {
  InjectTenantRepository,
  queryByIds,
  tenantCondition,
  type TenantRepository,
  TransactionService,
} from '../../platform/database';
import { AccountsService } from '../auth';
import { StaffUser } from './staff-user.entity';

/** A staff user to whom work mails may go: the access is active. */
export interface StaffRecipient {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** Null: the tenant's. */
  readonly language: Language | null;
}

// As the tables do that name somebody of the staff: whoever changes the access waits, colleagues who give work do not.
const KEEP = `SELECT FROM staff_users t WHERE ${tenantCondition('t')} AND t.id = $2 FOR KEY SHARE`;
// In one order, so that two who hand over to each other wait and do not block each other.
const HOLD = `SELECT FROM staff_users t WHERE ${tenantCondition('t')} AND t.id = ANY($2::uuid[]) ORDER BY t.id FOR UPDATE`;

/** What other modules may ask about staff users. */
@Injectable()
export class StaffReader {
  constructor(
    private readonly transactions: TransactionService,
    private readonly accounts: AccountsService,
    @InjectTenantRepository(StaffUser) private readonly users: TenantRepository<StaffUser>,
  ) {}

  /**
   * Whether somebody can be given work: one of this tenant's staff, and not deactivated; whoever is cannot be deactivated until the
   * transaction ends.
   */
  async isAvailable(id: string): Promise<boolean> {
    const found = await this.transactions.current.query(KEEP, [this.transactions.tenantId, id]);
    if (found.length === 0) return false;
    const account = (await this.accounts.viewsOf([id])).get(id);
    return account !== undefined && account.state !== 'DEACTIVATED';
  }

  /** Until the transaction ends, nobody can be given work who is among these, and nobody can change their access. */
  async hold(ids: readonly string[]): Promise<void> {
    await this.transactions.current.query(HOLD, [this.transactions.tenantId, ids]);
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

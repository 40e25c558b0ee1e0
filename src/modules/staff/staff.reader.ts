import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { AccountsService } from '../auth';
import { StaffUser } from './staff-user.entity';

/** What other modules may ask about staff users. */
@Injectable()
export class StaffReader {
  constructor(
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
    const wanted = [...new Set(ids)];
    const users = wanted.length > 0 ? await this.users.find({ id: In(wanted) }) : [];
    return new Map(users.map(({ id, name }) => [id, name]));
  }
}

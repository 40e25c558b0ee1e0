import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database/tenant.repository';
import { Account } from './account.entity';

/** Finds an account by its login name, on the index that ignores case. */
@Injectable()
export class AccountFinder {
  constructor(@InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>) {}

  async byEmail(email: string): Promise<Account | null> {
    const [account] = await this.accounts.findBy('t.email_key = lower($2)', [email]);
    return account ?? null;
  }
}

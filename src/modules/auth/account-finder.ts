import { Injectable } from '@nestjs/common';
import { InjectTenantRepository, type TenantRepository } from '../../platform/database';
import { emailKey } from '../../platform/text/email-address';
import { Account } from './account.entity';

/** Finds an account by its login name, whichever way that is written. */
@Injectable()
export class AccountFinder {
  constructor(@InjectTenantRepository(Account) private readonly accounts: TenantRepository<Account>) {}

  byEmail(email: string): Promise<Account | null> {
    return this.accounts.findOne({ emailKey: emailKey(email) });
  }
}

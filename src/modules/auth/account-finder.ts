import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../platform/database/transaction.service';
import { tenantScope } from '../../platform/database/tenant-scope';
import { Account } from './account.entity';

/** Finds an account by its login name, on the index that ignores case. */
@Injectable()
export class AccountFinder {
  constructor(private readonly transactions: TransactionService) {}

  byEmail(email: string): Promise<Account | null> {
    return this.transactions.run(() =>
      this.transactions.manager
        .createQueryBuilder(Account, 'account')
        .where(tenantScope(this.transactions.tenantId))
        .andWhere('account.email_key = lower(:email)', { email })
        .getOne(),
    );
  }
}

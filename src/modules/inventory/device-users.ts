import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../platform/database';

const FORGET = `
  UPDATE devices t SET user_name = NULL, version = t.version + 1, updated_at = now()
  WHERE ${tenantCondition('t')} AND t.customer_id = ANY($2::uuid[]) AND lower(t.user_name) = lower($3)`;

/** Who works with the devices of customers: names that people typed. */
@Injectable()
export class DeviceUsers {
  constructor(private readonly transactions: TransactionService) {}

  /** Joins the transaction of its caller. */
  async forget(customerIds: readonly string[], name: string): Promise<void> {
    await this.transactions.current.query(FORGET, [this.transactions.tenantId, customerIds, name]);
  }
}

import { Injectable } from '@nestjs/common';
import { TransactionService } from '../../../platform/database/transaction.service';
import { wantedNumber } from './order-number';

/** Finds orders of all customers by number, reference and cost centre; for staff. */
@Injectable()
export class OrderSearch {
  constructor(private readonly transactions: TransactionService) {}

  /** Ids of the newest 1,000 that match. */
  async idsFor(search: string): Promise<string[]> {
    const number = wantedNumber(search);
    const rows = await this.transactions.query<{ id: string }>('SELECT search_orders($1, $2, $3) AS id', [
      search.trim(),
      number?.sequence,
      number?.numbers,
    ]);
    return rows.map(({ id }) => id);
  }
}

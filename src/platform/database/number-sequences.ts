import { Injectable } from '@nestjs/common';
import { TransactionService } from './transaction.service';

/** Counts per tenant what people call by a number. Increasing and never given twice; a rollback may leave a gap. */
@Injectable()
export class NumberSequences {
  constructor(private readonly transactions: TransactionService) {}

  /** As `next`, with the year in which it is made, by the clocks of the tenant. */
  async nextInYear(name: string, at: Date): Promise<{ readonly year: number; readonly sequence: number }> {
    const [row] = await this.transactions.query<{ year: number; value: string }>(
      `WITH next AS (
         INSERT INTO number_sequences (tenant_id, name, value) VALUES ($1, $2, 1)
         ON CONFLICT (tenant_id, name) DO UPDATE SET value = number_sequences.value + 1 RETURNING value
       ) SELECT value, extract(year FROM tenant_time($1, $3))::int AS year FROM next`,
      [this.transactions.tenantId, name, at],
    );
    if (!row) throw new Error('The sequence gave no number.');
    return { year: row.year, sequence: Number(row.value) };
  }

  /**
   * The next number. Concurrent callers wait until the transaction ends, so take it late.
   * @param above where to go on from, should the sequence not be there yet
   */
  async next(name: string, above = 0): Promise<number> {
    const [row] = await this.transactions.query<{ value: string }>(
      `INSERT INTO number_sequences (tenant_id, name, value) VALUES ($1, $2, $3::bigint + 1)
       ON CONFLICT (tenant_id, name) DO UPDATE SET value = greatest(number_sequences.value, $3::bigint) + 1
       RETURNING value`,
      [this.transactions.tenantId, name, above],
    );
    if (!row) throw new Error('The sequence gave no number.');
    return Number(row.value);
  }
}

import { recordBusy } from '../errors';
import type { TransactionService } from './transaction.service';

/** An import locks the rows that it changes until its end: a concurrent change of one of them fails soon. */
const MAX_MS = 1_000;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Runs the work in a transaction that waits for rows of others for a moment only. What is sent in it without waiting must be met
 * by a later statement of the work: a failure at the end of the transaction is not told apart.
 * @throws recordBusy where another transaction locks a row
 */
export function waitingBriefly<T>(transactions: TransactionService, work: () => Promise<T>): Promise<T> {
  return transactions.run(async () => {
    transactions.current.enqueue(`SET LOCAL lock_timeout = ${MAX_MS}`, []);
    try {
      return await work();
    } catch (error) {
      throw (error as { code?: unknown }).code === LOCK_NOT_AVAILABLE ? recordBusy() : error;
    }
  });
}

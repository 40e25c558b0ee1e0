import type { Test } from 'supertest';
import { whileHolding } from './held-rows';

/**
 * Lets something happen while a submission waits for its lines: it has begun and has not read them yet.
 * @returns the answer to the submission
 */
export function whileSubmitting(
  contactId: string,
  submission: () => Test,
  meanwhile: () => Promise<unknown>,
): Promise<Awaited<Test>> {
  const sql = 'SELECT 1 FROM cart_items WHERE contact_id = $1 FOR UPDATE';
  return whileHolding({ sql, values: [contactId] }, submission, meanwhile);
}

import { DatabaseError } from 'pg';
import type { DomainError } from '../errors';

/**
 * Turns the violation of a unique constraint into the error that people are told. The constraint is the judge, so two
 * at once cannot both win; the transaction is over then.
 */
export async function mapUniqueViolation<T>(
  errors: Readonly<Record<string, () => DomainError>>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = violated(error).map((name) => errors[name]);
    throw refusal.find((known) => known !== undefined)?.() ?? error;
  }
}

const UNIQUE_VIOLATION = '23505';
const SHARD = /_\d{6,}$/;

/**
 * What the constraint may be called. A distributed database tells its name in the message only, with the number of the shard
 * behind it.
 */
function violated(error: unknown): string[] {
  if (!(error instanceof DatabaseError) || error.code !== UNIQUE_VIOLATION) return [];
  const name = error.constraint ?? /"([^"]+)"/.exec(error.message)?.[1] ?? '';
  return [name, name.replace(SHARD, '')];
}

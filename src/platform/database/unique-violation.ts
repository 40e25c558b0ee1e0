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
    const refusal = errors[violated(error) ?? ''];
    throw refusal?.() ?? error;
  }
}

const UNIQUE_VIOLATION = '23505';

function violated(error: unknown): string | undefined {
  return error instanceof DatabaseError && error.code === UNIQUE_VIOLATION ? error.constraint : undefined;
}

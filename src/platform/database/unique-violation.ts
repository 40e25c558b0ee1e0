import { QueryFailedError } from 'typeorm';
import type { DomainError } from '../errors';

/**
 * Turns the violation of a unique constraint into the error that people are told. The constraint is the judge, so two
 * at once cannot both win; the transaction is over then.
 */
export async function refusingDuplicates<T>(
  errors: Readonly<Record<string, () => DomainError>>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refusal = error instanceof QueryFailedError ? errors[violated(error.driverError) ?? ''] : undefined;
    throw refusal?.() ?? error;
  }
}

function violated(driverError: unknown): string | undefined {
  const { code, constraint } = driverError as { code?: string; constraint?: string };
  return code === '23505' ? constraint : undefined;
}

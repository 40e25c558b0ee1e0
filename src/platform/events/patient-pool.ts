import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { isDatabaseAway } from '../database/availability';

/** A code after which the job library repeats a statement, with growing pauses. */
const REPEAT = 'ETIMEDOUT';

/**
 * Connections for the job library. It notes how a job ended in a promise that nobody waits for: rejected, because the
 * database has gone in the meantime, it would end the program, and the job would stay locked. It repeats a statement only
 * after errors with certain codes, so every way to lose the database gets one of them.
 */
export function patientPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  pool.on('error', () => undefined);
  pool.on('connect', (client: PoolClient) => {
    client.on('error', () => undefined);
    relabel(client, 'query');
  });
  relabel(pool, 'connect');
  return pool;
}

/** Leaves calls with a callback alone: they return no promise. */
function relabel<Name extends string>(object: Record<Name, (...args: never[]) => unknown>, name: Name): void {
  const original = object[name].bind(object) as (...args: unknown[]) => unknown;
  const patient = (...args: unknown[]): unknown => {
    const result = original(...args);
    return result instanceof Promise ? result.catch(relabelled) : result;
  };
  Object.assign(object, { [name]: patient });
}

function relabelled(error: Error & { code?: string }): never {
  if (isDatabaseAway(error)) error.code = REPEAT;
  throw error;
}

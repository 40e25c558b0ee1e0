import { Pool, type PoolClient, type PoolConfig } from 'pg';

/** A code after which the job library repeats a statement, with growing pauses. */
const REPEAT = 'ETIMEDOUT';
/** What says that the database is away: SQL states of a lost connection, a server that stops or has no room; system errors. */
const AWAY = /^(?:08|53|57P)|^E[A-Z]+$/;
/** How the driver says it without a code. */
const AWAY_TEXT = /connection terminated|not queryable|when trying to connect/i;

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
  const isAway = error.code === undefined ? AWAY_TEXT.test(error.message) : AWAY.test(error.code);
  if (isAway) error.code = REPEAT;
  throw error;
}

import type { Pool, QueryResultRow } from 'pg';
import { SharedConnections } from './shared-connections';
import { sendTogether, type Statement } from './statement-group';

/** PostgreSQL's codes for a prepared statement that is not there, and for one whose columns have changed. */
const NOT_PREPARED = ['26000', '0A000'];

const connections = new WeakMap<Pool, SharedConnections>();

/** Tells the transaction its tenant, until it ends. */
export function tenantScope(tenantId: string): Statement {
  return { text: `SELECT set_config('app.tenant_id', $1, true)`, values: [tenantId] };
}

/**
 * One statement for a tenant in a transaction of its own: it travels together with the scope, so neither that nor BEGIN and
 * COMMIT cost a round trip.
 */
export function queryInScope<Row extends QueryResultRow>(
  pool: Pool,
  tenantId: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return rowsOfLast(pool, [tenantScope(tenantId), { text, values }]);
}

/** As `queryInScope`, for a table that belongs to no tenant; it would find nothing in those that do. */
export function queryUnscoped<Row extends QueryResultRow>(
  pool: Pool,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return rowsOfLast(pool, [{ text, values }]);
}

async function rowsOfLast<Row extends QueryResultRow>(
  pool: Pool,
  statements: readonly Statement[],
): Promise<Row[]> {
  const send = async (): Promise<Row[]> => {
    const answers = await connectionsOf(pool).use((client) => sendTogether(client, statements));
    return (answers.at(-1)?.rows ?? []) as Row[];
  };
  try {
    return await send();
  } catch (error) {
    // Sent behind one with the same text that could not be prepared, or prepared before the table was changed: nothing
    // has been done, and now it is prepared first.
    if (!NOT_PREPARED.includes((error as { code?: string }).code ?? '')) throw error;
    return send();
  }
}

function connectionsOf(pool: Pool): SharedConnections {
  const known = connections.get(pool);
  if (known) return known;
  const made = new SharedConnections(pool);
  connections.set(pool, made);
  return made;
}

import { type Pool, type PoolClient, Query, type QueryResult, type QueryResultRow } from 'pg';
import { inOnePiece } from './one-piece';
import { SharedConnections } from './shared-connections';
import { statementName } from './statement-name';

/** The part of the driver's query and connection that speak PostgreSQL's extended protocol. */
interface ProtocolConnection {
  bind(message: { statement: string; values: string[] }): void;
  execute(message: object): void;
}

interface ProtocolQuery {
  name?: string;
  prepare(connection: ProtocolConnection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: ProtocolConnection): void;
}

type Done = (error: Error | null, result: QueryResult) => void;

const DriverQuery = Query as unknown as new (
  text: string,
  values: unknown[],
  done: Done,
) => ProtocolQuery & Query;

const SET_SCOPE = `SELECT set_config('app.tenant_id', $1, true)`;
const SCOPE = 'tenant-scope';
/** PostgreSQL's code for a prepared statement that is not there. */
const NOT_PREPARED = '26000';

/**
 * One statement in a transaction of its own that knows its tenant, in a single message: what is sent before one Sync is
 * one transaction, so neither BEGIN and COMMIT nor the scope costs a round trip.
 */
class ScopedQuery extends DriverQuery {
  private inScope = false;

  constructor(
    private readonly tenantId: string,
    text: string,
    values: unknown[],
    done: Done,
  ) {
    super(text, values, done);
    this.name = statementName(text);
  }

  override prepare(connection: ProtocolConnection): void {
    connection.bind({ statement: SCOPE, values: [this.tenantId] });
    connection.execute({});
    super.prepare(connection);
  }

  /** The first answer is that of the scope and nobody's business. */
  override handleDataRow(message: unknown): void {
    if (this.inScope) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: ProtocolConnection): void {
    if (this.inScope) super.handleCommandComplete(message, connection);
    this.inScope = true;
  }
}

/** Runs one statement for a tenant; each text is prepared once on each connection. */
export async function queryInScope<Row extends QueryResultRow>(
  pool: Pool,
  tenantId: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  try {
    return await send<Row>(pool, tenantId, text, values);
  } catch (error) {
    // It was sent behind one with the same text, which could not be prepared: nothing has been done, and now it is asked first.
    if ((error as { code?: string }).code !== NOT_PREPARED) throw error;
    return send<Row>(pool, tenantId, text, values);
  }
}

function send<Row extends QueryResultRow>(
  pool: Pool,
  tenantId: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return connectionsOf(pool).use(
    (client) =>
      new Promise<Row[]>((resolve, reject) => {
        const done: Done = (error, result) => {
          if (error) reject(error);
          else resolve(result.rows as Row[]);
        };
        inOnePiece(client);
        prepareScope(client, tenantId);
        client.query(new ScopedQuery(tenantId, text, [...values], done));
      }),
  );
}

const scoped = new WeakSet<PoolClient>();

/** Once on each connection, ahead of the first statement; by itself, because the driver would take it for the statement's. */
function prepareScope(client: PoolClient, tenantId: string): void {
  if (scoped.has(client)) return;
  scoped.add(client);
  client.query({ name: SCOPE, text: SET_SCOPE, values: [tenantId] }).catch(() => scoped.delete(client));
}

const connections = new WeakMap<Pool, SharedConnections>();

function connectionsOf(pool: Pool): SharedConnections {
  const known = connections.get(pool);
  if (known) return known;
  const made = new SharedConnections(pool);
  connections.set(pool, made);
  return made;
}

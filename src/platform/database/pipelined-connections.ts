import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import { ignoreHandledError } from './ignore-handled-error';
import { isUnusable, prepareAnew, prepared, type Statement } from './statement';
import { beginFor } from './tenant-scope';

/** So many callers share a connection while the pool has others. */
const MAX_CALLERS = 16;
/** A connection that has not answered for so long runs a slow statement, for which other callers should not wait. */
const MAX_RESPONSE_GAP_MS = 10;

interface PipelinedConnection {
  readonly client: Promise<PoolClient>;
  callers: number;
  lastResponseAt: number;
}

/**
 * Sends single statements on shared connections, one after the other without waiting for the answers in between (the driver's
 * pipeline mode). Sixteen callers on one connection take half the processor time of sixteen callers on connections of their
 * own (75 against 125 µs of the program and 45 against 100 µs of PostgreSQL for a list of 25 rows). Connections come from the
 * pool and go back to it; while a transaction waits for one, none is shared.
 */
export class PipelinedConnections {
  private readonly connections = new Set<PipelinedConnection>();

  /** The pool's connections must be in pipeline mode. */
  constructor(private readonly pool: Pool) {}

  /** One statement in a tenant's name, in a transaction of its own that costs a single round trip. */
  queryFor<Row extends QueryResultRow>(tenantId: string, statement: Statement): Promise<Row[]> {
    const begin = beginFor(tenantId);
    return this.send(async (client) => {
      // All are sent in this turn, so no other caller's statement gets between them.
      const begun = begin.map((message) => client.query(message));
      const answer = client.query<Row>(prepared(statement));
      await Promise.all([...begun, answer, client.query('COMMIT')]);
      return answer;
    });
  }

  /** One statement on tables that belong to no tenant; it would find nothing in those that do. */
  query<Row extends QueryResultRow>(statement: Statement): Promise<Row[]> {
    return this.send((client) => client.query<Row>(prepared(statement)));
  }

  private async send<Row extends QueryResultRow>(
    work: (client: PoolClient) => Promise<QueryResult<Row>>,
  ): Promise<Row[]> {
    try {
      return (await this.share(work)).rows;
    } catch (error) {
      if (!isUnusable(error)) throw error;
      prepareAnew();
      return (await this.share(work)).rows;
    }
  }

  private async share<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const connection = this.available() ?? this.open();
    connection.callers += 1;
    try {
      return await work(await connection.client);
    } finally {
      connection.callers -= 1;
      connection.lastResponseAt = performance.now();
      if (connection.callers === 0) this.close(connection);
    }
  }

  /** The first that will do, so that the others become idle. */
  private available(): PipelinedConnection | undefined {
    const { waitingCount, idleCount, totalCount, options } = this.pool;
    if (waitingCount > idleCount) return undefined;
    const now = performance.now();
    const responsive = [...this.connections].filter(
      ({ lastResponseAt }) => now - lastResponseAt < MAX_RESPONSE_GAP_MS,
    );
    const free = responsive.find(({ callers }) => callers < MAX_CALLERS);
    if (free || idleCount > 0 || totalCount < options.max) return free;
    return responsive.sort((a, b) => a.callers - b.callers)[0];
  }

  private open(): PipelinedConnection {
    const client = this.pool.connect();
    const connection = { client, callers: 0, lastResponseAt: performance.now() };
    this.connections.add(connection);
    client.then(
      (connected) => connected.on('error', ignoreHandledError),
      () => this.connections.delete(connection),
    );
    return connection;
  }

  private close(connection: PipelinedConnection): void {
    this.connections.delete(connection);
    connection.client.then((client) => {
      client.off('error', ignoreHandledError);
      client.release();
    }, ignoreHandledError);
  }
}

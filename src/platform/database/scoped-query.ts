import { createHash } from 'node:crypto';
import { type Pool, Query, type QueryResult, type QueryResultRow } from 'pg';

/** The part of the driver's query and connection that speak PostgreSQL's extended protocol. */
interface ProtocolConnection {
  parse(message: { text: string; name: string; types: number[] }): void;
  bind(message: { values: string[] }): void;
  execute(message: object): void;
}

interface ProtocolQuery {
  prepare(connection: ProtocolConnection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: ProtocolConnection): void;
}

interface QueryConfig {
  readonly text: string;
  readonly values: unknown[];
  readonly name: string;
}

type Done = (error: Error | null, result: QueryResult) => void;

const DriverQuery = Query as unknown as new (config: QueryConfig, done: Done) => ProtocolQuery & Query;

const SET_SCOPE = `SELECT set_config('app.tenant_id', $1, true)`;

/**
 * One statement in a transaction of its own that knows its tenant, in a single message: what is sent before one Sync is
 * one transaction, so neither BEGIN and COMMIT nor the scope costs a round trip.
 */
class ScopedQuery extends DriverQuery {
  private inScope = false;

  constructor(
    private readonly tenantId: string,
    config: QueryConfig,
    done: Done,
  ) {
    super(config, done);
  }

  override prepare(connection: ProtocolConnection): void {
    connection.parse({ text: SET_SCOPE, name: '', types: [] });
    connection.bind({ values: [this.tenantId] });
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
  const client = await pool.connect();
  client.on('error', heardElsewhere);
  try {
    return await new Promise<Row[]>((resolve, reject) => {
      const done: Done = (error, result) => {
        if (error) reject(error);
        else resolve(result.rows as Row[]);
      };
      client.query(new ScopedQuery(tenantId, { text, values: [...values], name: nameOf(text) }, done));
    });
  } finally {
    client.off('error', heardElsewhere);
    client.release();
  }
}

/** The query is told that its connection broke; the same event with nobody to hear it would end the program. */
function heardElsewhere(): void {
  // Nothing is left to do.
}

const names = new Map<string, string>();
const MANY = 1_000;

function nameOf(text: string): string {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= MANY) names.clear();
  const name = createHash('sha256').update(text).digest('base64url');
  names.set(text, name);
  return name;
}

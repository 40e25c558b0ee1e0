import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import type { Database } from './stack';

/** The superuser at a coordinator that knows its workers; absent: nothing distributed is tried. */
export const CITUS_URL = process.env.TEST_CITUS_URL;

/** Each table has so many shards in tests: enough for two workers, and made fast. */
const SHARDS = 4;

/** A database of its own on every node of the cluster, known to the coordinator. */
export async function createCitusDatabase(coordinatorUrl: string): Promise<Database> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kundenportal-citus-'));
  const name = `test_${randomBytes(6).toString('hex')}`;
  const { hostname, port } = new URL(coordinatorUrl);
  const workers = await onServer<{ host: string; port: number }>(
    coordinatorUrl,
    `SELECT nodename AS host, nodeport AS port FROM pg_dist_node WHERE groupid > 0 AND noderole = 'primary' AND isactive`,
  );
  if (workers.length === 0) throw new Error('The coordinator of TEST_CITUS_URL knows no workers.');
  const nodes = [{ host: hostname, port: Number(port) }, ...workers];
  for (const node of nodes) {
    await onServer(
      at(coordinatorUrl, node),
      `SET citus.enable_create_database_propagation = off`,
      `CREATE DATABASE ${name}`,
    );
    await onServer(at(coordinatorUrl, node, name), 'CREATE EXTENSION citus');
  }
  const url = at(coordinatorUrl, { host: hostname, port: Number(port) }, name);
  await onServer(
    url,
    `ALTER DATABASE ${name} SET citus.shard_count = ${SHARDS}`,
    `SELECT citus_set_coordinator_host('${hostname}', ${port})`,
    ...workers.map((worker) => `SELECT citus_add_node('${worker.host}', ${worker.port})`),
  );
  const stop = async (): Promise<void> => {
    for (const node of nodes)
      await onServer(
        at(coordinatorUrl, node),
        `SET citus.enable_create_database_propagation = off`,
        `DROP DATABASE ${name} WITH (FORCE)`,
      );
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { url, dataDir, stop };
}

function at(
  coordinatorUrl: string,
  { host, port }: { host: string; port: number },
  database?: string,
): string {
  const url = new URL(coordinatorUrl);
  url.host = `${host}:${port}`;
  if (database) url.pathname = `/${database}`;
  return url.href;
}

/** Statements one after the other; the rows of the last. */
async function onServer<Row extends QueryResultRow>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const sql of statements) ({ rows } = await client.query<Row>(sql));
    return rows;
  } finally {
    await client.end();
  }
}

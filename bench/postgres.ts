import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DIST } from '../test/support/stack';
import type * as EmbeddedPostgres from '../src/embedded-postgres';

/** A fresh embedded PostgreSQL that can count statements, in a folder of its own. */
export interface Postgres {
  readonly folder: string;
  /** Of its first process, the parent of all others. */
  readonly pid: number;
  /** Connects the superuser to a database. */
  url(database: string): string;
  stop(): Promise<void>;
}

/** The library for counting can only be loaded at the start, so the server is started twice; it counts when told to. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'kundenportal-bench-'));
  const { startEmbeddedPostgres } = (await import(
    join(DIST, 'embedded-postgres/index.js')
  )) as typeof EmbeddedPostgres;
  const first = await startEmbeddedPostgres({ dataDir: folder });
  await withClient(first.url, async (client) => {
    await client.query(`ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'`);
    await client.query(`ALTER SYSTEM SET pg_stat_statements.track = 'none'`);
  }).finally(() => first.stop());
  const postgres = await startEmbeddedPostgres({ dataDir: folder });
  return {
    folder,
    pid: await withClient(postgres.url, firstProcess),
    url: (database) => postgres.databaseUrl(database),
    stop: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function firstProcess(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    `SELECT split_part(pg_read_file('postmaster.pid'), E'\n', 1)::int AS pid`,
  );
  return rows[0]!.pid;
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

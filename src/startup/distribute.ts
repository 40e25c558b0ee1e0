import type { QueryRunner } from 'typeorm';
import { ConfigError } from '../config/config';
import type { PipelinedConnections } from '../platform/database';

/** What stays at the coordinator and is changed together with tables of tenants: known to Citus, both commit or neither does. */
const COORDINATED = ['tenants', 'job_outbox'];

const WORKERS = `SELECT count(*)::int AS workers FROM pg_dist_node WHERE isactive AND noderole = 'primary' AND groupid > 0`;

const DISTRIBUTION = `
  SELECT (SELECT count(*)::int FROM pg_dist_partition WHERE partmethod = 'h') AS tables, (${WORKERS}) AS workers`;

const TENANT_TABLES = `
  SELECT c.relname AS name, EXISTS (SELECT FROM pg_dist_partition p WHERE p.logicalrelid = c.oid) AS done,
    ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
      WHERE f.conrelid = c.oid AND f.contype = 'f' AND r.oid <> c.oid) AS refers
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname`;

const TRIGGERS = `
  SELECT quote_ident(t.tgname) AS name, t.tgrelid::regclass::text AS table, pg_get_triggerdef(t.oid) AS definition
  FROM pg_trigger t WHERE t.tgrelid = ANY($1::text[]::regclass[]) AND NOT t.tgisinternal ORDER BY t.oid`;

// Own functions, not those of extensions.
const FUNCTIONS = `
  SELECT p.oid::regprocedure::text AS name,
    p.provolatile <> 'i' AND p.prorettype <> 'trigger'::regtype
      AND NOT coalesce('citus.allow_nested_distributed_execution=on' = ANY(p.proconfig), false) AS nests,
    NOT EXISTS (SELECT FROM pg_dist_object d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid) AS missing
  FROM pg_proc p
  WHERE p.pronamespace = 'public'::regnamespace AND NOT EXISTS (
    SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
  ORDER BY p.oid`;

interface TenantTable {
  readonly name: string;
  readonly done: boolean;
  readonly refers: readonly string[];
}

interface Trigger {
  readonly name: string;
  readonly table: string;
  readonly definition: string;
}

interface OwnFunction {
  readonly name: string;
  readonly nests: boolean;
  readonly missing: boolean;
}

/**
 * Spreads every table of tenants over the workers of Citus, each tenant's rows of all tables together. What is spread already is
 * left alone, so it can be called again after each migration. To be called by the owner.
 * @returns the tables that were spread now
 * @throws ConfigError where there is nothing to spread them over
 */
export async function distribute(runner: QueryRunner): Promise<string[]> {
  await assertCluster(runner);
  await shareFunctions(runner);
  for (const name of COORDINATED) {
    if (!(await isKnown(runner, name)))
      await runner.query('SELECT citus_add_local_table_to_metadata($1::regclass)', [name]);
  }
  const tables = (await runner.query(TENANT_TABLES)) as TenantTable[];
  const spread = inOrder(tables);
  if (spread.length > 0) await runner.manager.transaction(() => spreadTables(runner, spread, tables));
  // The rows have been copied to the shards.
  for (const name of spread)
    await runner.query('SELECT truncate_local_data_after_distributing_table($1::regclass)', [name]);
  return spread;
}

/** Triggers are made again once the rows have been copied to the shards: they have dealt with these rows before. */
async function spreadTables(
  runner: QueryRunner,
  spread: readonly string[],
  tables: readonly TenantTable[],
): Promise<void> {
  // They run on the shard that holds the row, and touch rows of the same tenant only.
  await runner.query('SET LOCAL citus.enable_unsafe_triggers = on');
  // One connection to each worker sees what the ones before have made.
  await runner.query(`SET LOCAL citus.multi_shard_modify_mode = 'sequential'`);
  const triggers = (await runner.query(TRIGGERS, [spread])) as Trigger[];
  for (const { name, table } of triggers) await runner.query(`DROP TRIGGER ${name} ON ${table}`);
  let group = tables.find(({ done }) => done)?.name ?? 'none';
  for (const name of spread) {
    await runner.query(`SELECT create_distributed_table($1::regclass, 'tenant_id', colocate_with => $2)`, [
      name,
      group,
    ]);
    if (group === 'none') group = name;
  }
  for (const { definition } of triggers) await runner.query(definition);
}

/** How many tables of tenants are spread, and over how many workers. */
export async function distributionOf(
  connections: PipelinedConnections,
): Promise<{ readonly tables: number; readonly workers: number }> {
  const [found] = await connections.query<{ tables: number; workers: number }>({
    text: DISTRIBUTION,
    values: [],
  });
  return found ?? { tables: 0, workers: 0 };
}

async function assertCluster(runner: QueryRunner): Promise<void> {
  const [citus] = (await runner.query(`SELECT to_regclass('pg_dist_node') IS NOT NULL AS found`)) as {
    found: boolean;
  }[];
  const [nodes] = citus?.found ? ((await runner.query(WORKERS)) as { workers: number }[]) : [];
  if (!nodes?.workers)
    throw new ConfigError(
      'DATABASE_DISTRIBUTED=on needs the coordinator of a Citus cluster with at least one worker; see docs/scaling.md.',
    );
}

/** Triggers and searches run where the rows are. What they read there are the shards of their own tenant. */
async function shareFunctions(runner: QueryRunner): Promise<void> {
  const functions = (await runner.query(FUNCTIONS)) as OwnFunction[];
  for (const { name } of functions.filter(({ missing }) => missing))
    await runner.query('SELECT create_distributed_function($1)', [name]);
  for (const { name } of functions.filter(({ nests }) => nests))
    await runner.query(`ALTER FUNCTION ${name} SET citus.allow_nested_distributed_execution = on`);
}

async function isKnown(runner: QueryRunner, table: string): Promise<boolean> {
  const rows = (await runner.query('SELECT FROM pg_dist_partition WHERE logicalrelid = $1::regclass', [
    table,
  ])) as object[];
  return rows.length > 0;
}

/** A table comes after those to which its foreign keys lead. */
function inOrder(tables: readonly TenantTable[]): string[] {
  const placed = new Set(tables.filter(({ done }) => done).map(({ name }) => name));
  const order: string[] = [];
  for (let waiting = tables.filter(({ done }) => !done); waiting.length > 0;) {
    const ready = waiting.filter(({ refers }) => refers.every((name) => placed.has(name)));
    if (ready.length === 0)
      throw new Error(
        `Foreign keys lead in a circle or to no tenant's table: ${waiting.map(({ name }) => name).join(', ')}.`,
      );
    for (const { name } of ready) {
      order.push(name);
      placed.add(name);
    }
    waiting = waiting.filter(({ name }) => !placed.has(name));
  }
  return order;
}

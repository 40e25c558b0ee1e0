import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { measured } from '../support/figures';
import { inForm } from '../support/form';
import { wire } from '../support/wire';
import { debianPostgres, startDebianPostgres } from './debian-postgres';
import { settle } from './ledger';
import { Load } from './load';
import { Scene } from './scene';

const TICKETS = inForm({ short: 60, long: 5_000 });
const bin = debianPostgres();

/** With the tools that an operator has: pg_dump and pg_restore of Debian, on Debian's PostgreSQL. */
describe('A dump', () => {
  jest.setTimeout(inForm({ short: 180_000, long: 60 * 60_000 }));

  const what = 'brings back every row, also when it is made under load';
  (bin ? it : it.skip)(
    bin ? what : `${what} (skipped: there is no pg_dump in /usr/lib/postgresql)`,
    async () => {
      const tools = String(bin);
      const scene = await Scene.open({}, (folder) => startDebianPostgres(tools, folder));
      try {
        const load = await Load.start(scene);
        await load.acknowledges(TICKETS);
        const before = [...load.acknowledged.values()];
        const hot = await copy(tools, scene, 'hot');
        await load.acknowledges(5);
        await settle(scene, load, 'dump under load');
        const there = await rowsOf<{ id: string; entries: number }>(
          hot,
          `SELECT id, (SELECT count(*)::int FROM ticket_history h WHERE h.tenant_id = t.tenant_id AND h.ticket_id = t.id
           AND h.event = 'CREATED') AS entries FROM tickets t`,
        );
        const ids = new Set(there.map(({ id }) => id));
        const lost = before.filter((id) => !ids.has(id));
        const torn = there.filter(({ entries }) => entries !== 1).map(({ id }) => id);
        measured(
          'dump under load: earlier tickets missing, torn ones',
          '0',
          `${lost.length}, ${torn.length}`,
          [...lost, ...torn],
        );

        await scene.program.stop();
        const cold = await copy(tools, scene, 'cold');
        const [original, restored] = [await checksums(scene.databaseUrl), await checksums(cold)];
        const different = Object.keys(original).filter((table) => original[table] !== restored[table]);
        const tables = Object.keys(original).length;
        measured('dump and restore: tables that differ', '0', `${different.length} of ${tables}`, different);
        expect(Object.keys(restored)).toHaveLength(tables);
        await works(scene, cold, before.length);
      } finally {
        await scene.close();
      }
    },
  );

  /** The program starts on the restored database, and its people find what they had. */
  async function works(scene: Scene, url: string, atLeast: number): Promise<void> {
    scene.program = await scene.start(url);
    const token = await scene.login(scene.contact);
    const { text } = await wire('/api/v1/portal/tickets?count=true', {
      baseUrl: scene.program.baseUrl,
      headers: { authorization: `Bearer ${token}` },
    });
    const { totalCount } = JSON.parse(text) as { totalCount: number };
    measured(
      'restored: tickets that their contact finds',
      `at least ${atLeast}`,
      totalCount,
      totalCount >= atLeast,
    );
  }
});

/** Dumps the scene's database and restores it beside it; answers with the URL of the copy. */
async function copy(bin: string, scene: Scene, name: string): Promise<string> {
  const file = join(scene.folder, `${name}.dump`);
  const target = new URL(scene.databaseUrl);
  target.pathname = `/${name}`;
  const run = promisify(execFile);
  await run(join(bin, 'pg_dump'), ['--format=custom', `--file=${file}`, scene.databaseUrl]);
  await scene.rows(`CREATE DATABASE ${name}`);
  await run(join(bin, 'pg_restore'), ['--exit-on-error', `--dbname=${target.href}`, file]);
  return target.href;
}

async function checksums(url: string): Promise<Record<string, string>> {
  const tables = await rowsOf<{ name: string }>(
    url,
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await rowsOf<{ sum: string }>(
      url,
      `SELECT count(*) || ':' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM ${name} t`,
    );
    sums[name] = row?.sum ?? '';
  }
  return sums;
}

async function rowsOf<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row & Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

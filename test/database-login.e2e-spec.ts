import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type * as LoginFile from '../src/platform/database/unprivileged-login';
import { asSuperuser } from './support/database';
import { e2eEnvironment } from './support/environment';
import { escapes, loginsOf } from './support/escapes';
import { EventStream } from './support/event-stream';
import { asLogin, makeLogin } from './support/login';
import { refusal } from './support/refusal';
import { type Database, DIST, type Program, startDatabase, startProgram } from './support/stack';
import { makeWorld } from './support/world';

async function run<Row extends object>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  let rows: Row[] = [];
  try {
    for (const sql of statements) ({ rows } = await client.query<Row>(sql));
    return rows;
  } finally {
    await client.end();
  }
}

/** Rows that nobody but the owner of everything may see from outside the tenant. */
const SOMEBODY = `INSERT INTO accounts (tenant_id, id, kind, role, email, name, state, invited_at)
  VALUES (gen_random_uuid(), gen_random_uuid(), 'STAFF', 'ADMIN', 'x@y.example', 'X', 'ACTIVE', now())`;

async function madeLogin(ownerUrl: string): Promise<string> {
  const [made] = await run<{ login: string; password: string }>(
    ownerUrl,
    `SELECT 'kundenportal_login_' || oid AS login, password FROM program_login, pg_database
     WHERE datname = current_database()`,
  );
  return asLogin(ownerUrl, made!.login, made!.password);
}

/** Whatever a statement of the program does, it ends in no role that can do more: its login is the role. */
describe('The login of the program', () => {
  jest.setTimeout(240_000);
  let database: Database;
  let program: Program | undefined;

  beforeAll(async () => {
    database = await startDatabase();
  });

  afterEach(async () => {
    await program?.stop();
    program = undefined;
  });

  afterAll(() => database.stop());

  it('is made where only the owner is named; every pool uses it, and no statement leaves it', async () => {
    const { databaseUrl } = e2eEnvironment();
    const { admin } = await makeWorld();
    const stream = await EventStream.open(admin, '/staff/events');
    const login = await madeLogin(databaseUrl);
    const name = new URL(login).username;
    const logins = await loginsOf(databaseUrl);
    stream.close();
    expect(logins).toMatchObject({
      kundenportal: [name],
      'kundenportal-worker': [name],
      'kundenportal-live': [name],
    });
    expect(await escapes(login, 'postgres')).toEqual([]);
  });

  it('is the one that is named beside an owner who is no superuser', async () => {
    await run(
      database.url,
      `CREATE ROLE landlord LOGIN CREATEROLE PASSWORD 'landlord'`,
      'CREATE DATABASE rented OWNER landlord',
    );
    const { pathname } = new URL(database.url);
    const owner = asLogin(database.url.replace(pathname, '/rented'), 'landlord', 'landlord');
    const logins = await makeLogin(owner);
    program = await startProgram(owner, database.dataDir, { ...logins, PROCESSES: '2' });
    const name = new URL(logins.DATABASE_URL).username;
    expect(await loginsOf(database.url.replace(pathname, '/rented'))).toEqual({
      kundenportal: [name],
      'kundenportal-worker': [name],
    });
    await run(database.url.replace(pathname, '/rented'), SOMEBODY);
    expect(await escapes(logins.DATABASE_URL, 'landlord')).toEqual([]);
  });

  it('is made in the embedded cluster, also in one from before; the server is started again when it dies', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kundenportal-login-'));
    const start = async (): Promise<string> => {
      program = await startProgram('postgres://nobody/none', folder, {
        DATABASE_URL: '',
        LOG_LEVEL: 'fatal',
      });
      const cluster = join(folder, 'data/postgres');
      const [pid = '', , , port = ''] = readFileSync(join(cluster, 'data/postmaster.pid'), 'utf8').split(
        '\n',
      );
      postmaster = Number(pid);
      const password = readFileSync(join(cluster, 'password'), 'utf8').trim();
      return `postgres://postgres:${password}@127.0.0.1:${port}/kundenportal`;
    };
    let postmaster = 0;
    const before = await start();
    await run(before, SOMEBODY);
    const { username } = new URL(await madeLogin(before));
    // As it was before programs had logins of their own.
    await run(
      before,
      'DROP TABLE program_login',
      `DELETE FROM migrations WHERE name LIKE 'ProgramLogin%'`,
      `DROP OWNED BY ${username}`,
    );
    await program!.stop();

    const owner = await start();
    const login = await madeLogin(owner);
    expect(await loginsOf(owner)).toEqual({
      kundenportal: [username],
      'kundenportal-worker': [username],
    });
    expect(await escapes(login, 'postgres')).toEqual([]);

    const statusOf = async (path: string): Promise<number> =>
      (await fetch(`${program!.baseUrl}${path}`)).status;
    process.kill(postmaster, 'SIGKILL');
    const seen = new Set<number>();
    const deadline = Date.now() + 60_000;
    while (!seen.has(404) && Date.now() < deadline) {
      seen.add(await statusOf('/api/v1/public/tenants/nobody-here'));
      await sleep(20);
    }
    expect([...seen].sort()).toEqual([404, 503]);
    expect(await statusOf('/health/ready')).toBe(200);
    expect(await run(owner, 'SELECT FROM accounts')).toHaveLength(1);
    await program!.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is refused where it can do more, or can become somebody who can', async () => {
    const file = join(DIST, 'platform/database/unprivileged-login.js');
    const { assertUnprivileged } = (await import(file)) as typeof LoginFile;
    const { databaseUrl } = e2eEnvironment();
    const complaint = async (attributes: string, ...grants: string[]): Promise<string> => {
      const { DATABASE_URL: url } = await makeLogin(databaseUrl, `${attributes} IN ROLE kundenportal_app`);
      const { username } = new URL(url);
      const undo = grants.map((sql) => sql.replace('GRANT', 'REVOKE').replace(/ TO$/, ' FROM'));
      await run(databaseUrl, ...grants.map((sql) => `${sql} ${username}`));
      const message = await assertUnprivileged((sql) => run(url, sql)).then(
        () => 'none',
        (error: unknown) => (error as Error).message,
      );
      await run(databaseUrl, ...undo.map((sql) => `${sql} ${username}`), `DROP ROLE ${username}`);
      return message;
    };
    await asSuperuser(`CREATE ROLE lodger BYPASSRLS`);
    const name = new URL(databaseUrl).pathname.slice(1);
    expect(await complaint('')).toBe('none');
    expect(await complaint('SUPERUSER')).toContain('- is a superuser');
    expect(await complaint('BYPASSRLS')).toContain('- bypasses row-level security');
    expect(await complaint('CREATEROLE')).toContain('- may create roles');
    expect(await complaint('CREATEDB')).toContain('- may create databases');
    expect(await complaint('REPLICATION')).toContain('- may replicate');
    expect(await complaint('NOINHERIT')).toContain('- lacks the rights of kundenportal_app');
    expect(await complaint('', 'GRANT postgres TO')).toContain('- by postgres: is a superuser');
    expect(await complaint('NOINHERIT', 'GRANT lodger TO')).toContain(
      '- by lodger: bypasses row-level security',
    );
    expect(await complaint('', 'GRANT kundenportal_search TO')).toContain(
      '- by kundenportal_search: owns parts of the database',
    );
    expect(await complaint('', 'GRANT pg_read_all_data TO')).toContain('- is a member of pg_read_all_data');
    expect(await complaint('', 'GRANT pg_execute_server_program TO')).toContain('pg_execute_server_program');
    expect(await complaint('', `GRANT CREATE ON DATABASE ${name} TO`)).toContain('- may create schemas');
    expect(await complaint('', 'GRANT CREATE ON SCHEMA public TO')).toContain(
      '- may create objects in the schema',
    );
    await asSuperuser('DROP ROLE lodger');
  });

  it('cannot be made by an owner who may not, who reads what is missing', async () => {
    await run(
      database.url,
      `CREATE ROLE tenant_only LOGIN PASSWORD 'only'`,
      'CREATE DATABASE poor OWNER tenant_only',
    );
    const { pathname } = new URL(database.url);
    const owner = asLogin(database.url.replace(pathname, '/poor'), 'tenant_only', 'only');
    const { code, output } = await refusal({ DATABASE_URL: owner, DATA_DIR: join(database.dataDir, 'poor') });
    expect(code).toBe(1);
    expect(output).toContain('be allowed to create roles');
    expect(output).not.toMatch(/\n\s+at /);
  });
});

import { Client } from 'pg';
import { UNBOUND_LOGIN } from './database';

/** What leaves a role where there is one to leave, and has nothing to leave here. */
const VAIN = [
  `SELECT set_config('role', 'none', false)`,
  `SELECT set_config('role', session_user::text, false)`,
  `RESET ROLE`,
  `SET ROLE NONE`,
  `SET SESSION AUTHORIZATION DEFAULT`,
  `RESET SESSION AUTHORIZATION`,
  `RESET ALL`,
  `DISCARD ALL`,
];

/** What only others may: each with the owner of the tables, where it names somebody. */
const FORBIDDEN = [
  `SET ROLE "{owner}"`,
  `SELECT set_config('role', '{owner}', false)`,
  `SET ROLE kundenportal_search`,
  `SET ROLE pg_read_all_data`,
  `SET SESSION AUTHORIZATION "{owner}"`,
  `SELECT set_config('session_authorization', '{owner}', false)`,
  `ALTER ROLE CURRENT_USER SUPERUSER`,
  `ALTER ROLE CURRENT_USER BYPASSRLS`,
  `ALTER ROLE CURRENT_USER CREATEROLE`,
  `ALTER ROLE "{owner}" PASSWORD 'mine'`,
  `CREATE ROLE somebody SUPERUSER`,
  `CREATE ROLE somebody`,
  `GRANT "{owner}" TO CURRENT_USER`,
  `GRANT kundenportal_search TO CURRENT_USER`,
  `CREATE EXTENSION hstore`,
  `CREATE EXTENSION dblink`,
  `CREATE SCHEMA mine`,
  `CREATE TABLE public.mine ()`,
  `CREATE DATABASE mine`,
  `COPY (SELECT 1) TO PROGRAM 'true'`,
  `COPY (SELECT 1) TO '/tmp/mine'`,
  `SELECT pg_read_file('/etc/passwd')`,
  `SELECT lo_import('/etc/passwd')`,
  `LOAD '/tmp/mine.so'`,
  `ALTER SYSTEM SET log_statement = 'all'`,
  `SELECT * FROM program_login`,
  `UPDATE audit_entries SET reason = ''`,
  `DELETE FROM audit_entries`,
  `TRUNCATE accounts`,
  `ALTER TABLE accounts DISABLE ROW LEVEL SECURITY`,
  `ALTER TABLE accounts OWNER TO CURRENT_USER`,
  `DROP POLICY tenant ON accounts`,
  `SELECT * FROM migrations`,
  `SET row_security = off; SELECT * FROM accounts`,
];

const FORBIDDEN_CODE = '42501';

/** Tries everything as the login; answers with what it should not have brought about, so with nothing. */
export async function escapes(loginUrl: string, owner: string): Promise<string[]> {
  const login = decodeURIComponent(new URL(loginUrl).username);
  const found: string[] = [];
  for (const statement of [...VAIN, ...FORBIDDEN]) {
    const sql = statement.replaceAll('{owner}', owner);
    const client = new Client({ connectionString: loginUrl });
    await client.connect();
    try {
      const outcome = await client.query(sql).then(
        () => 'done',
        (error: unknown) => String((error as { code?: string }).code),
      );
      const wanted = VAIN.includes(statement) ? 'done' : FORBIDDEN_CODE;
      if (outcome !== wanted) found.push(`${sql}: ${outcome}`);
      await client.query('SET row_security = on');
      const { rows } = await client.query<{ who: string; seen: number }>(
        'SELECT current_user::text AS who, (SELECT count(*) FROM accounts)::int AS seen',
      );
      if (rows[0]?.who !== login || rows[0].seen !== 0) found.push(`${sql}: ${JSON.stringify(rows)}`);
    } finally {
      await client.end();
    }
  }
  return found;
}

/** The logins of the program's connections, by what they are for. */
export async function loginsOf(ownerUrl: string): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ purpose: string; logins: string[] }>(
    `SELECT application_name AS purpose, array_agg(DISTINCT usename::text) AS logins FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'kundenportal%' AND usename <> $1 GROUP BY 1`,
    [UNBOUND_LOGIN],
  );
  await client.end();
  return Object.fromEntries(rows.map(({ purpose, logins }) => [purpose, logins]));
}

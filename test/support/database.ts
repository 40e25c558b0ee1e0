import { Client, type QueryResultRow } from 'pg';
import { e2eEnvironment } from './environment';

/**
 * One statement as the superuser, past row-level security. Only for arranging what no caller can bring about (a token
 * that expired, a mail that is a day old) and for asserting what no caller may see.
 */
export async function asSuperuser<Row extends QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: e2eEnvironment().databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** The login of a program that a suite may start beside the others, on their database. */
export const UNBOUND_LOGIN = 'kundenportal_unbound';

/**
 * Settings of a program whose login may what the program may, and sees every tenant; without-row-level-security.cjs lets it
 * start.
 */
export async function unboundLogin(): Promise<{ DATABASE_URL: string; DATABASE_OWNER_URL: string }> {
  await asSuperuser(`
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${UNBOUND_LOGIN}') THEN
        CREATE ROLE ${UNBOUND_LOGIN} LOGIN PASSWORD 'unbound' BYPASSRLS IN ROLE kundenportal_app;
      END IF;
    END $$`);
  const { databaseUrl } = e2eEnvironment();
  const url = new URL(databaseUrl);
  url.username = UNBOUND_LOGIN;
  url.password = 'unbound';
  return { DATABASE_URL: url.href, DATABASE_OWNER_URL: databaseUrl };
}

import { randomBytes } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { ConfigError } from '../config/config';
import { APP_ROLE } from '../schema/app-role';

interface Made {
  readonly login: string;
  readonly password: string;
}

export interface ProgramLogin {
  /** What the operator has set; absent: a login is made for this database. */
  readonly url?: string;
  /** What holds for each of its connections; absent: the connections bring it along. */
  readonly settings?: Readonly<Record<string, string | number>>;
}

/** Grants the program's login its role. To be called by the owner. @returns the URL of the login */
export async function grantApplicationRole(
  runner: QueryRunner,
  ownerUrl: string,
  { url: configured, settings = {} }: ProgramLogin,
): Promise<string> {
  const url = configured ?? (await ownLogin(runner, ownerUrl));
  const login = decodeURIComponent(new URL(url).username);
  // Where the URL names no login, the driver chooses one.
  if (login) {
    await admit(runner, login);
    await keepSettings(runner, login, settings);
  }
  return url;
}

/**
 * Roles belong to the whole server, so each database has a login of its own. Its password is kept where the owner alone
 * can read it: all instances need the same, and the owner can do more already.
 */
async function ownLogin(runner: QueryRunner, ownerUrl: string): Promise<string> {
  const made = randomBytes(24).toString('base64url');
  await runner.query('INSERT INTO program_login (password) VALUES ($1) ON CONFLICT DO NOTHING', [made]);
  const [found] = (await runner.query(
    `SELECT 'kundenportal_login_' || d.oid AS login, password FROM program_login, pg_database d
     WHERE d.datname = current_database()`,
  )) as Made[];
  if (!found) throw new Error('The password of the login was not kept.');
  const { login, password } = found;
  if (!(await exists(runner, login))) await runner.query(`CREATE ROLE ${login} LOGIN`);
  await runner.query(`ALTER ROLE ${login} PASSWORD '${password}'`);
  return withLogin(ownerUrl, login, password);
}

async function admit(runner: QueryRunner, login: string): Promise<void> {
  if (!(await exists(runner, login))) throw new ConfigError(`There is no database login ${login}.`);
  const [found] = (await runner.query(`SELECT pg_has_role($1, '${APP_ROLE}', 'MEMBER') AS inside`, [
    login,
  ])) as { inside: boolean }[];
  if (!found?.inside) await runner.query(`GRANT ${APP_ROLE} TO ${quoted(login)}`);
}

/** Only what is not there yet: after the first start the owner need not be allowed to do so any more. */
async function keepSettings(
  runner: QueryRunner,
  login: string,
  settings: NonNullable<ProgramLogin['settings']>,
): Promise<void> {
  const [kept] = (await runner.query(
    `SELECT current_database() AS database, ARRAY(
       SELECT unnest(s.setconfig) FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase
       WHERE d.datname = current_database() AND s.setrole = $1::regrole) AS settings`,
    [quoted(login)],
  )) as { database: string; settings: string[] }[];
  for (const [name, value] of Object.entries(settings)) {
    if (kept?.settings.includes(`${name}=${value}`)) continue;
    await runner.query(
      `ALTER ROLE ${quoted(login)} IN DATABASE ${quoted(kept?.database ?? '')} SET ${name} = '${value}'`,
    );
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

async function exists(runner: QueryRunner, role: string): Promise<boolean> {
  const rows = (await runner.query('SELECT FROM pg_roles WHERE rolname = $1', [role])) as object[];
  return rows.length > 0;
}

/** The same place, another login. @throws ConfigError where the URL cannot name one */
export function withLogin(databaseUrl: string, login: string, password: string): string {
  const url = new URL(databaseUrl);
  url.username = login;
  url.password = password;
  for (const name of ['user', 'password']) url.searchParams.delete(name);
  if (url.username !== login) {
    throw new ConfigError(
      'DATABASE_URL names no host, so the portal cannot log in as anybody else there. ' +
        'Set DATABASE_URL to an unprivileged login and DATABASE_OWNER_URL to the owner; see docs/operations.md.',
    );
  }
  return url.href;
}

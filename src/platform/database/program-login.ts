import { randomBytes } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { ConfigError } from '../../config/config';
import { APP_ROLE } from '../../schema/app-role';

interface Made {
  readonly login: string;
  readonly password: string;
}

/**
 * Lets the program's login into its role. To be called by the owner.
 * @param programUrl what the operator has set; absent: a login is made for this database, and answered
 */
export async function letProgramIn(
  runner: QueryRunner,
  ownerUrl: string,
  programUrl?: string,
): Promise<string> {
  if (programUrl === undefined) return ownLogin(runner, ownerUrl);
  const login = decodeURIComponent(new URL(programUrl).username);
  // Where nobody is named, the driver decides who logs in.
  if (login) await admit(runner, login);
  return programUrl;
}

/**
 * Roles belong to the whole server, so each database has a login of its own. Its password is kept where the owner alone
 * can read it: all instances need the same, and whoever reads it there can do more already.
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
  await admit(runner, login);
  return withLogin(ownerUrl, login, password);
}

async function admit(runner: QueryRunner, login: string): Promise<void> {
  if (!(await exists(runner, login))) throw new ConfigError(`There is no database login ${login}.`);
  const [found] = (await runner.query(`SELECT pg_has_role($1, '${APP_ROLE}', 'MEMBER') AS inside`, [
    login,
  ])) as { inside: boolean }[];
  if (!found?.inside) await runner.query(`GRANT ${APP_ROLE} TO "${login.replaceAll('"', '""')}"`);
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

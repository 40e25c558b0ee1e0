import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** What the operator sets in production: a login of the program's own, beside the owner's. */
export interface Logins {
  readonly DATABASE_URL: string;
  readonly DATABASE_OWNER_URL: string;
}

/** @param ownerUrl of somebody who may make logins */
export async function makeLogin(ownerUrl: string, attributes = ''): Promise<Logins> {
  const login = `program_${randomBytes(4).toString('hex')}`;
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client
    .query(`CREATE ROLE ${login} LOGIN PASSWORD 'only-for-this-test' ${attributes}`)
    .finally(() => client.end());
  return { DATABASE_URL: asLogin(ownerUrl, login, 'only-for-this-test'), DATABASE_OWNER_URL: ownerUrl };
}

export function asLogin(databaseUrl: string, login: string, password: string): string {
  const url = new URL(databaseUrl);
  url.username = login;
  url.password = password;
  return url.href;
}

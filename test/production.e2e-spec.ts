import { randomBytes } from 'node:crypto';
import { makeLogin } from './support/login';
import { refusal } from './support/refusal';
import { type Database, startDatabase, startProgram } from './support/stack';

const GOOD = {
  NODE_ENV: 'production',
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'portal@example.com',
  PUBLIC_URL: 'https://portal.example.com',
  SECRET_KEYS: randomBytes(32).toString('hex'),
};

describe('In production', () => {
  jest.setTimeout(90_000);
  let database: Database;

  beforeAll(async () => {
    database = await startDatabase();
  });

  afterAll(() => database.stop());

  it('says everything that is missing, and does not start', async () => {
    const { code, output } = await refusal({ NODE_ENV: 'production' });
    expect(code).toBe(1);
    for (const name of [
      'DATABASE_URL',
      'DATABASE_OWNER_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'PUBLIC_URL',
      'SECRET_KEYS',
    ]) {
      expect(output).toContain(name);
    }
  });

  it.each(['short', 'x'.repeat(64), 'abcd'.repeat(16), 'change-me-change-me-change-me-change-me', ','])(
    'refuses the secret key %s',
    async (key) => {
      const { code, output } = await refusal({ ...GOOD, DATABASE_URL: database.url, SECRET_KEYS: key });
      expect(code).toBe(1);
      expect(output).toContain('SECRET_KEYS');
      expect(output).toContain('openssl rand');
    },
  );

  it('refuses the owner as the login of the program, and says why', async () => {
    const owner = { DATABASE_URL: database.url, DATABASE_OWNER_URL: database.url };
    const { code, output } = await refusal({ ...GOOD, ...owner });
    expect(code).toBe(1);
    expect(output).toContain('under the database login postgres');
    expect(output).toContain('- is a superuser');
    expect(output).toContain('Set DATABASE_URL');
    expect(output).not.toMatch(/\n\s+at /);
  });

  it('refuses demo data', async () => {
    const { code, output } = await refusal({ ...GOOD, DATABASE_URL: database.url, DEMO_DATA: 'on' });
    expect(code).toBe(1);
    expect(output).toContain('DEMO_DATA');
  });

  it('works under a login of its own that owns nothing, and has neither mailbox nor demo tenants', async () => {
    const settings = { ...GOOD, ...(await makeLogin(database.url)) };
    const program = await startProgram(database.url, database.dataDir, settings);
    try {
      const status = async (path: string): Promise<number> =>
        (await fetch(`${program.baseUrl}${path}`)).status;
      expect(await status('/health/ready')).toBe(200);
      expect(await status('/mailbox')).toBe(404);
      // Without a token nobody may read them, however they come.
      expect(await status('/metrics')).toBe(404);
      expect(await status('/api/v1/public/tenants/musterhaus')).toBe(404);
      const { headers } = await fetch(`${program.baseUrl}/docs`);
      expect(headers.get('strict-transport-security')).toContain('max-age');
      // Browsers take a cookie of this name from no other host, and without encryption from none.
      const logout = await fetch(`${program.baseUrl}/api/v1/auth/browser-sessions`, {
        method: 'DELETE',
        headers: { origin: GOOD.PUBLIC_URL },
      });
      expect(logout.headers.get('set-cookie')).toBe(
        '__Host-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
      );
      // Not the host that a request claims: in production there is one address.
      const elsewhere = await fetch(`${program.baseUrl}/api/v1/auth/browser-sessions`, {
        method: 'DELETE',
        headers: { origin: program.baseUrl },
      });
      expect(elsewhere.status).toBe(403);
    } finally {
      await program.stop();
    }
  });

  it('refuses the password of the demo tenants, even where those are left', async () => {
    const demo = {
      tenant: 'musterhaus',
      email: 'admin@musterhaus.example',
      password: 'Kundenportal-Demo-2026',
    };
    const login = async (baseUrl: string): Promise<number> => {
      const answer = await fetch(`${baseUrl}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(demo),
      });
      return answer.status;
    };
    const trial = await startProgram(database.url, database.dataDir, { DEMO_DATA: 'on' });
    expect(await login(trial.baseUrl)).toBe(200);
    await trial.stop();
    const settings = { ...GOOD, ...(await makeLogin(database.url)) };
    const program = await startProgram(database.url, database.dataDir, settings);
    try {
      expect(await login(program.baseUrl)).toBe(401);
    } finally {
      await program.stop();
    }
  });
});

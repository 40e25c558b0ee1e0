import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EmbeddedPostgres, startEmbeddedPostgres } from '../src/embedded-postgres';
import { Api } from './support/api';
import { makeLogin } from './support/login';
import { refusal } from './support/refusal';
import { Replica } from './support/replica';
import { DIST, type Program, startProgram } from './support/stack';

const PASSWORD = 'Kundenportal-Demo-2026';

/** A primary, its replica, and a program that reads from both. */
describe('Reads from a replica', () => {
  let folder: string;
  let primary: EmbeddedPostgres;
  let replica: Replica;
  let program: Program;
  let contact: Api;
  let agent: Api;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kundenportal-replica-'));
    const module = join(DIST, 'embedded-postgres/index.js');
    const { startEmbeddedPostgres: start } = (await import(module)) as {
      startEmbeddedPostgres: typeof startEmbeddedPostgres;
    };
    primary = await start({ dataDir: folder });
    replica = await Replica.of(primary.url, folder);
    await replica.start();
    const settings = { DATABASE_REPLICA_URL: replica.url, DEMO_DATA: 'on' };
    program = await startProgram(primary.url, folder, settings);
    contact = await signIn('jonas.weber@mueller-soehne.example');
    agent = await signIn('agent@musterhaus.example');
  }, 90_000);

  afterAll(async () => {
    await program.stop();
    await replica.stop();
    await primary.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('come from the replica', async () => {
    expect(await answeredByReplica()).toBe(true);
  });

  it('are made under the login of the program, as those from the primary', async () => {
    const sql = `SELECT DISTINCT usename::text AS login FROM pg_stat_activity WHERE application_name LIKE 'kundenportal%'`;
    expect(await replica.query(sql)).toEqual([{ login: expect.stringMatching(/^kundenportal_login_\d+$/) }]);
  });

  it('are made under no login that can do more: the program does not start', async () => {
    const logins = await makeLogin(primary.url);
    const { code, output } = await refusal({
      ...logins,
      DATABASE_REPLICA_URL: replica.url,
      PORT: '0',
      DATA_DIR: folder,
    });
    expect(code).toBe(1);
    expect(output).toContain('under the database login postgres');
    expect(output).toContain('DATABASE_REPLICA_URL');
  }, 60_000);

  it('show everybody at once what they have written themselves', async () => {
    for (let i = 0; i < 20; i++) {
      const number = await createTicket(contact);
      expect(await numbersOf(contact)).toContain(number);
    }
  });

  it('show it even while the replica stands still, and outdated data to no other caller for long', async () => {
    await replica.query('SELECT pg_wal_replay_pause()');
    const number = await createTicket(contact);
    expect(await numbersOf(contact)).toContain(number);
    // The agent has not written it, so for some seconds the replica may answer.
    const deadline = Date.now() + 20_000;
    while (!(await staffNumbers()).includes(number) && Date.now() < deadline) await sleep(100);
    expect(await staffNumbers()).toContain(number);
    await replica.query('SELECT pg_wal_replay_resume()');
    expect(await answeredByReplica()).toBe(true);
  });

  it('see the end of a session at once', async () => {
    const other = await signIn('jonas.weber@mueller-soehne.example');
    await other.get('/portal/tickets').expect(200);
    await replica.query('SELECT pg_wal_replay_pause()');
    await other.post('/auth/logout').expect(204);
    await other.get('/portal/tickets').expect(401);
    await replica.query('SELECT pg_wal_replay_resume()');
  });

  it('go to the primary while the replica is away, and back', async () => {
    await replica.stop();
    for (let i = 0; i < 10; i++) await contact.get('/portal/tickets').expect(200);
    await replica.start();
    expect(await answeredByReplica()).toBe(true);
  });

  async function signIn(email: string): Promise<Api> {
    const credentials = { tenant: 'musterhaus', email, password: PASSWORD };
    const anonymous = Api.anonymous().at(program.baseUrl);
    const { body } = await anonymous.post('/auth/login').send(credentials).expect(200);
    return anonymous.withToken(String(body.accessToken));
  }

  async function createTicket(api: Api): Promise<string> {
    const ticket = { subject: 'Drucker druckt nicht', description: 'Seit heute früh.' };
    return String((await api.post('/portal/tickets').send(ticket).expect(201)).body.number);
  }

  async function numbersOf(api: Api): Promise<string[]> {
    const { body } = await api.get('/portal/tickets?limit=100&sort=-createdAt').expect(200);
    return (body.items as { number: string }[]).map(({ number }) => number);
  }

  async function staffNumbers(): Promise<string[]> {
    const { body } = await agent.get('/staff/tickets?limit=100&sort=-createdAt').expect(200);
    return (body.items as { number: string }[]).map(({ number }) => number);
  }

  /**
   * Whether one of the program's connections to the replica has just read a tenant's rows, which is all that commits there;
   * waits until the replica has caught up.
   */
  async function answeredByReplica(): Promise<boolean> {
    for (let tries = 0; tries < 100; tries++) {
      await contact.get('/portal/tickets').expect(200);
      const [row] = await replica.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity
         WHERE application_name = 'kundenportal' AND query = 'COMMIT'`,
      );
      if (row && row.n > 0) return true;
      await sleep(100);
    }
    return false;
  }
});

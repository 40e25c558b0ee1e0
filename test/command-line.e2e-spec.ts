import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Database, DIST, type Program, startDatabase, startProgram } from './support/stack';

/** What the operator does at a terminal. */
describe('npm run portal', () => {
  // Each command is a program of its own.
  jest.setTimeout(120_000);

  let database: Database;
  let program: Program;
  /** Takes connections and says nothing, as a database does that is overloaded. */
  let listener: Server;
  let silent: string;

  beforeAll(async () => {
    database = await startDatabase();
    program = await startProgram(database.url, database.dataDir);
    listener = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    silent = `postgresql://nobody@127.0.0.1:${(listener.address() as AddressInfo).port}/portal`;
  });

  afterAll(async () => {
    listener.close();
    await program.stop();
    await database.stop();
  });

  const portal = (...args: string[]): Promise<{ code: number; output: string }> =>
    portalWith(program.env, ...args);

  function portalWith(
    env: Readonly<Record<string, string>>,
    ...args: string[]
  ): Promise<{ code: number; output: string }> {
    return new Promise((resolve) => {
      execFile(process.execPath, [join(DIST, 'cli/portal.js'), ...args], { env }, (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, output: out + err }),
      );
    });
  }

  const create = (slug: string, name = 'Acme IT', email = 'jo@acme.example') =>
    portal(
      'tenant:create',
      '--slug',
      slug,
      '--name',
      name,
      '--admin-name',
      'Jo Admin',
      '--admin-email',
      email,
    );

  it('makes tenants, each slug once, and lists them', async () => {
    expect(await create('acme')).toMatchObject({
      code: 0,
      output: expect.stringContaining('jo@acme.example'),
    });
    expect(await create('acme')).toEqual({ code: 1, output: 'This slug is taken already.\n' });
    expect(await create('zebra', 'Zebra EDV')).toMatchObject({ code: 0 });
    expect(await portal('tenant:list')).toEqual({ code: 0, output: 'acme\tAcme IT\nzebra\tZebra EDV\n' });
  });

  it.each(['a', '-acme', 'acme_it', 'ac me', 'x'.repeat(64)])('refuses the slug %p', async (slug) => {
    const { code, output } = await create(slug);
    expect([code, output]).toEqual([1, expect.stringMatching(/slug|usage|argument/i)]);
  });

  const rowsOf = async (sql: string): Promise<Record<string, unknown>[]> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    return (await client.query<Record<string, unknown>>(sql).finally(() => client.end())).rows;
  };
  const mailsTo = (name: string): Promise<Record<string, unknown>[]> =>
    rowsOf(`SELECT m.template FROM outgoing_mails m JOIN accounts a ON a.id = m.about
            WHERE a.email = '${name}' ORDER BY m.id`);
  const accountOf = async (email: string): Promise<Record<string, unknown> | undefined> =>
    (await rowsOf(`SELECT role, state, password_hash FROM accounts WHERE email = '${email}'`))[0];

  it('invites staff, with an entry in the audit log', async () => {
    await create('invites', 'Invites', 'first@invites.example');
    const invite = (...more: string[]) =>
      portal('staff:invite', '--slug', 'invites', '--name', 'Ida', ...more);
    expect(await invite('--email', 'ida@invites.example')).toEqual({
      code: 0,
      output: 'ida@invites.example is invited to invites as AGENT and gets a mail with the credentials.\n',
    });
    expect(await invite('--email', 'chef@invites.example', '--role', 'ADMIN')).toMatchObject({ code: 0 });
    expect(await accountOf('ida@invites.example')).toMatchObject({ role: 'AGENT', state: 'INVITED' });
    expect(await accountOf('chef@invites.example')).toMatchObject({ role: 'ADMIN', state: 'INVITED' });
    expect(await mailsTo('chef@invites.example')).toEqual([{ template: 'credentials' }]);
    const entries = await rowsOf(
      `SELECT e.actor_id, e.changes->>'role' AS role FROM audit_entries e JOIN tenants t ON t.id = e.tenant_id
       WHERE t.slug = 'invites' AND action = 'staff-user.invited' ORDER BY occurred_at`,
    );
    expect(entries).toEqual(['ADMIN', 'AGENT', 'ADMIN'].map((role) => ({ actor_id: null, role })));
    expect((await invite('--email', 'ida@invites.example')).output).toMatch(/^This e-mail address belongs/);
    expect(await invite('--email', 'no-at')).toEqual({
      code: 1,
      output: '--email: Please give a valid e-mail address.\n',
    });
    expect(await invite('--email', 'x@invites.example', '--role', 'CHEF')).toEqual({
      code: 1,
      output: '--role: Allowed are: ADMIN, AGENT.\n',
    });
    const nowhere = await portal('staff:invite', '--slug', 'none', '--name', 'X', '--email', 'x@y.example');
    expect(nowhere).toEqual({ code: 1, output: 'There is no tenant none.\n' });
  });

  it('lets somebody in where nobody can enter', async () => {
    await create('locked', 'Locked', 'first@locked.example');
    const recover = (...more: string[]) => portal('tenant:recover', '--slug', 'locked', ...more);
    // An invitation that was lost.
    expect(await recover('--email', 'first@locked.example')).toMatchObject({ code: 0 });
    expect(await mailsTo('first@locked.example')).toHaveLength(2);
    // Somebody who has left, or whose password nobody knows.
    for (const state of ['DEACTIVATED', 'ACTIVE']) {
      await rowsOf(
        `UPDATE accounts SET state = '${state}', role = 'AGENT', password_hash = 'x' WHERE email = 'first@locked.example'`,
      );
      expect(await recover('--email', 'first@locked.example')).toMatchObject({ code: 0 });
      expect(await accountOf('first@locked.example')).toEqual({
        role: 'ADMIN',
        state: 'INVITED',
        password_hash: null,
      });
    }
    expect(await mailsTo('first@locked.example')).toHaveLength(4);
    // Somebody new.
    expect(await recover('--email', 'new@locked.example')).toEqual({
      code: 1,
      output: 'Nobody on the staff of locked has the address new@locked.example: give a --name.\n',
    });
    expect(await recover('--email', 'new@locked.example', '--name', 'Neu')).toMatchObject({ code: 0 });
    expect(await accountOf('new@locked.example')).toMatchObject({ role: 'ADMIN', state: 'INVITED' });
    const entries = await rowsOf(
      `SELECT e.actor_id FROM audit_entries e JOIN tenants t ON t.id = e.tenant_id
       WHERE t.slug = 'locked' AND action = 'tenant.recovered'`,
    );
    expect(entries).toEqual(Array(4).fill({ actor_id: null }));
  });

  it.each([
    [
      'is not there',
      (): string => 'postgresql://nobody@127.0.0.1:1/portal',
      /^The database cannot be used: .*\n$/,
    ],
    ['does not answer', (): string => silent, /^The database does not answer in time: .*\n$/],
    [
      'has another name',
      (): string => database.url.replace(/\/[^/]*$/, '/closed'),
      /^The database cannot be used: .*\n$/,
    ],
  ])('says in one line that the database %s', async (_, url, line) => {
    const env = { ...program.env, DATABASE_URL: url() };
    const answers = await Promise.all([
      portalWith(env, 'tenant:list'),
      portalWith(env, 'staff:invite', '--slug', 'a', '--name', 'b', '--email', 'c@d.example'),
    ]);
    for (const { code, output } of answers) {
      expect([code, output]).toEqual([1, expect.stringMatching(line)]);
      expect(output.trim().split('\n')).toHaveLength(1);
    }
  });

  it('says how it is used', async () => {
    expect(await portal()).toMatchObject({ code: 1, output: expect.stringContaining('tenant:create') });
    expect(await portal('tenant:create', '--slug', 'half')).toMatchObject({ code: 1 });
    expect((await create('bad-mail', 'Bad', 'no-at')).output).toContain(
      '--admin-email: Please give a valid e-mail',
    );
  });
});

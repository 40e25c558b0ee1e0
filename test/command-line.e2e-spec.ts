import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { operatorProgram } from './support/operator';
import { type Database, DIST, type Program, startDatabase, startProgram } from './support/stack';

/** What the operator does at a terminal. */
describe('npm run portal', () => {
  let database: Database;
  let program: Program;
  let operator: ReturnType<typeof operatorProgram>;
  /** Takes connections and says nothing, as a database does that is overloaded. */
  let listener: Server;
  let silent: string;

  beforeAll(async () => {
    database = await startDatabase();
    program = await startProgram(database.url, database.dataDir);
    operator = operatorProgram(program);
    listener = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    silent = `postgresql://nobody@127.0.0.1:${(listener.address() as AddressInfo).port}/portal`;
  });

  afterAll(async () => {
    listener.close();
    operator.end();
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

  /** A command as a program of its own is a matter of seconds: what they say is asked of one that stays. */
  const said = (command: string, options?: Readonly<Record<string, string>>): Promise<string> =>
    operator.run(command, options).catch((error: unknown) => (error as Error).message);

  const acme = { name: 'Acme IT', 'admin-name': 'Jo Admin', 'admin-email': 'jo@acme.example' };
  const create = (slug: string, more: Readonly<Record<string, string>> = {}) =>
    said('tenant:create', { slug, ...acme, ...more });

  it('spreads nothing over servers that are not there', async () => {
    expect(await said('database:distribute')).toContain('Set DATABASE_DISTRIBUTED=on');
    const distributed = { ...program.env, DATABASE_DISTRIBUTED: 'on' };
    expect(await portalWith(distributed, 'database:distribute')).toEqual({
      code: 1,
      output: expect.stringContaining('needs the coordinator of a Citus cluster'),
    });
  });

  it('makes tenants, each slug once, and lists them', async () => {
    const args = Object.entries(acme).flatMap(([name, value]) => [`--${name}`, value]);
    const createAlone = () => portal('tenant:create', '--slug', 'acme', ...args);
    expect(await createAlone()).toEqual({ code: 0, output: expect.stringContaining('jo@acme.example') });
    expect(await createAlone()).toEqual({ code: 1, output: 'This slug is taken already.\n' });
    expect(await create('zebra', { name: 'Zebra EDV' })).toContain('jo@acme.example');
    expect(await portal('tenant:list')).toEqual({ code: 0, output: 'acme\tAcme IT\nzebra\tZebra EDV\n' });
  });

  it.each(['a', '-acme', 'acme_it', 'ac me', 'x'.repeat(64)])('refuses the slug %p', async (slug) => {
    expect(await create(slug)).toMatch(/slug/i);
    expect(await said('tenant:list')).not.toContain(slug === 'a' ? '\na\t' : slug);
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
    await create('invites', { 'admin-email': 'first@invites.example' });
    const invite = (email: string, more = {}) =>
      said('staff:invite', { slug: 'invites', name: 'Ida', email, ...more });
    expect(await invite('ida@invites.example')).toBe(
      'ida@invites.example is invited to invites as AGENT and gets a mail with the credentials.\n',
    );
    expect(await invite('chef@invites.example', { role: 'ADMIN' })).toContain('as ADMIN');
    expect(await accountOf('ida@invites.example')).toMatchObject({ role: 'AGENT', state: 'INVITED' });
    expect(await accountOf('chef@invites.example')).toMatchObject({ role: 'ADMIN', state: 'INVITED' });
    expect(await mailsTo('chef@invites.example')).toEqual([{ template: 'credentials' }]);
    const entries = await rowsOf(
      `SELECT e.actor_id, e.changes->>'role' AS role FROM audit_entries e JOIN tenants t ON t.id = e.tenant_id
       WHERE t.slug = 'invites' AND action = 'staff-user.invited' ORDER BY occurred_at`,
    );
    expect(entries).toEqual(['ADMIN', 'AGENT', 'ADMIN'].map((role) => ({ actor_id: null, role })));
    expect(await invite('ida@invites.example')).toMatch(/^This e-mail address belongs/);
    expect(await invite('no-at')).toBe('--email: Please give a valid e-mail address.');
    expect(await invite('x@invites.example', { role: 'CHEF' })).toBe('--role: Allowed are: ADMIN, AGENT.');
    expect(await invite('x@y.example', { slug: 'none' })).toBe('There is no tenant none.');
  });

  it('restores access where no administrator can log in', async () => {
    await create('locked', { 'admin-email': 'first@locked.example' });
    const recover = (email: string, more = {}) => said('tenant:recover', { slug: 'locked', email, ...more });
    const recovered = expect.stringMatching(/ is an administrator of locked and gets a mail/);
    // An invitation that was lost.
    expect(await recover('first@locked.example')).toEqual(recovered);
    expect(await mailsTo('first@locked.example')).toHaveLength(2);
    // Somebody who has left, or whose password nobody knows.
    for (const state of ['DEACTIVATED', 'ACTIVE']) {
      await rowsOf(
        `UPDATE accounts SET state = '${state}', role = 'AGENT', password_hash = 'x' WHERE email = 'first@locked.example'`,
      );
      expect(await recover('first@locked.example')).toEqual(recovered);
      expect(await accountOf('first@locked.example')).toEqual({
        role: 'ADMIN',
        state: 'INVITED',
        password_hash: null,
      });
    }
    expect(await mailsTo('first@locked.example')).toHaveLength(4);
    // Somebody new.
    expect(await recover('new@locked.example')).toBe(
      'Nobody on the staff of locked has the address new@locked.example: give a --name.',
    );
    expect(await recover('new@locked.example', { name: 'Neu' })).toEqual(recovered);
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
    const { code, output } = await portalWith(env, 'tenant:list');
    expect([code, output]).toEqual([1, expect.stringMatching(line)]);
    expect(output.trim().split('\n')).toHaveLength(1);
  });

  it('says how it is used', async () => {
    expect(await portal()).toMatchObject({ code: 1, output: expect.stringContaining('tenant:create') });
    expect(await portal('tenant:create', '--slug', 'half')).toMatchObject({ code: 1 });
    expect(await create('bad-mail', { 'admin-email': 'no-at' })).toContain(
      '--admin-email: Please give a valid e-mail',
    );
  });
});

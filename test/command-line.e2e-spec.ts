import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { type Database, DIST, type Program, startDatabase, startProgram } from './support/stack';

/** What the operator does at a terminal. */
describe('npm run portal', () => {
  let database: Database;
  let program: Program;

  beforeAll(async () => {
    database = await startDatabase();
    program = await startProgram(database.url, database.dataDir);
  });

  afterAll(async () => {
    await program.stop();
    await database.stop();
  });

  function portal(...args: string[]): Promise<{ code: number; output: string }> {
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        [join(DIST, 'cli/portal.js'), ...args],
        { env: program.env },
        (error, out, err) => resolve({ code: error ? Number(error.code) : 0, output: out + err }),
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

  it('says how it is used', async () => {
    expect(await portal()).toMatchObject({ code: 1, output: expect.stringContaining('tenant:create') });
    expect(await portal('tenant:create', '--slug', 'half')).toMatchObject({ code: 1 });
    expect((await create('bad-mail', 'Bad', 'no-at')).output).toContain('no-at is not an e-mail address');
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type PostgresProcess, startPostgresProcess } from './support/postgres-process';
import { refusal } from './support/refusal';
import { Relay } from './support/relay';
import { startProgram } from './support/stack';
import { e2eEnvironment } from './support/environment';

const STACK = /\n\s+at /;

/** What somebody reads whose program does not start: a sentence that says what to do, no stack. */
describe('A program that cannot start', () => {
  jest.setTimeout(90_000);
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kundenportal-startup-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function startupOutput(env: Record<string, string>): Promise<string> {
    const { code, output } = await refusal({ DATA_DIR: join(folder, 'data'), ...env });
    expect(code).toBe(1);
    expect(output).not.toMatch(STACK);
    return output;
  }

  it('names the port that is taken, and the way out', async () => {
    const { baseUrl, databaseUrl } = e2eEnvironment();
    const { port } = new URL(baseUrl);
    const output = await startupOutput({ DATABASE_URL: databaseUrl, DEMO_DATA: 'off', PORT: port });
    expect(output).toContain(`Port ${port} of 127.0.0.1 is in use already.`);
    expect(output).toContain('PORT=');
  });

  it('names the folder that cannot be used', async () => {
    writeFileSync(join(folder, 'file'), '');
    const output = await startupOutput({ DATA_DIR: join(folder, 'file/data') });
    expect(output).toContain(join(folder, 'file/data'));
    expect(output).toContain('Set DATA_DIR');
  });

  it('waits for a database that is not there yet, and says so in a line', async () => {
    const { databaseUrl } = e2eEnvironment();
    const relay = new Relay(databaseUrl);
    await relay.connectTo(databaseUrl);
    await relay.refuse();
    const starting = startProgram(relay.url, folder);
    const logFile = join(folder, 'program.log');
    while (!existsSync(logFile) || !readFileSync(logFile, 'utf8').includes('trying again')) await sleep(100);
    await relay.connectTo(databaseUrl);
    const program = await starting;
    const log = readFileSync(logFile, 'utf8');
    expect(
      log.match(/The database does not answer \(ECONNREFUSED\); trying again for a while\./g),
    ).toHaveLength(1);
    expect(log).not.toMatch(STACK);
    await program.stop();
    await relay.refuse();
  });

  it('says that the database cannot be reached, without its password', async () => {
    const output = await startupOutput({ DATABASE_URL: 'postgres://portal:geheim@127.0.0.1:1/portal' });
    expect(output).toContain('The database cannot be used');
    expect(output).toContain('DATABASE_URL');
    expect(output).not.toContain('geheim');
  });

  it('names every setting that it cannot take', async () => {
    const output = await startupOutput({ PORT: 'achtzig', DEMO_DATA: 'yes' });
    expect(output).toContain('- PORT must');
    expect(output).toContain('- DEMO_DATA must');
  });
});

/** The embedded database belongs to one program at a time; the command line is its guest. */
describe('A folder in use', () => {
  jest.setTimeout(90_000);
  let folder: string;
  let running: PostgresProcess;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kundenportal-startup-'));
    running = await startPostgresProcess(folder);
  });

  afterAll(async () => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is refused to a second program, which waits a moment first', async () => {
    const { code, output } = await refusal({ DATA_DIR: folder, PORT: '0' });
    expect(code).toBe(1);
    expect(output).toContain(`Another program uses ${folder}`);
    expect(output).toContain('set DATA_DIR to another folder');
    expect(output).not.toMatch(STACK);
  });

  it('is open to the command line, which leaves the database running', async () => {
    const portal = (...args: string[]) => refusal({ DATA_DIR: folder }, ['cli/portal.js', ...args]);
    const admin = ['--admin-name', 'Jo Admin', '--admin-email', 'jo@acme.example'];
    const made = await portal('tenant:create', '--slug', 'acme', '--name', 'Acme IT', ...admin);
    expect(made).toEqual({ code: 0, output: expect.stringContaining('jo@acme.example') });
    expect(await portal('tenant:list')).toEqual({ code: 0, output: 'acme\tAcme IT\n' });
    const wrong = await portal('tenant:create', '--slug', '--name');
    expect(wrong).toEqual({ code: 1, output: expect.stringContaining('usage:') });
    expect(wrong.output).not.toMatch(STACK);
  });
});

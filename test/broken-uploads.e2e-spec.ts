import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { DEMO_PASSWORD } from '../src/config/demo-password';
import { Api } from './support/api';
import { type Database, type Program, startDatabase, startProgram } from './support/stack';

/** A program of its own, with a folder of its own for what is under way. */
describe('An upload that is broken off', () => {
  let database: Database;
  let program: Program;
  let temporary: string;
  let admin: Api;

  beforeAll(async () => {
    database = await startDatabase();
    temporary = mkdtempSync(join(tmpdir(), 'kundenportal-spool-'));
    program = await start();
    const api = Api.anonymous().at(program.baseUrl);
    const { body } = await api
      .post('/auth/login')
      .send({ tenant: 'musterhaus', email: 'admin@musterhaus.example', password: DEMO_PASSWORD })
      .expect(200);
    admin = api.withToken(String(body.accessToken));
  }, 120_000);

  afterAll(async () => {
    await program.stop();
    await database.stop();
    rmSync(temporary, { recursive: true });
  });

  const start = (): Promise<Program> =>
    startProgram(database.url, database.dataDir, { DEMO_DATA: 'on', TMPDIR: temporary });

  const folders = (): string[] =>
    readdirSync(temporary).filter((name) => name.startsWith('kundenportal-upload-'));

  async function until(what: () => boolean): Promise<void> {
    for (let tries = 0; tries < 500 && !what(); tries++) await sleep(20);
    expect(what()).toBe(true);
  }

  /** Head of a form and a bit of its file, of which much more is promised. */
  function beginUpload(path: string): Socket {
    const form =
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nKundennummer;Name\r\n';
    const head = [
      `POST /api/v1${path} HTTP/1.1`,
      'Host: 127.0.0.1',
      `Authorization: Bearer ${admin.accessToken}`,
      'Content-Type: multipart/form-data; boundary=x',
      'Content-Length: 100000',
    ];
    const socket = connect(Number(new URL(program.baseUrl).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`${head.join('\r\n')}\r\n\r\n${form}`);
    return socket;
  }

  it.each(['/staff/customers/imports', '/staff/articles/imports', '/staff/devices/imports'])(
    'leaves nothing behind: %s',
    async (path) => {
      const sockets = Array.from({ length: 5 }, () => beginUpload(path));
      await until(() => folders().length === 5);
      for (const socket of sockets) socket.destroy();
      await until(() => folders().length === 0);
    },
  );

  it('before it has begun leaves nothing behind either', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('BEGIN');
    await client.query('LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE');
    const sockets = Array.from({ length: 3 }, () => beginUpload('/staff/customers/imports'));
    await sleep(300);
    for (const socket of sockets) socket.destroy();
    await sleep(300);
    await client.query('ROLLBACK');
    await client.end();
    // Whoever waited is let in now, and finds nobody there any more.
    await admin.get('/auth/me').expect(200);
    await sleep(1_000);
    expect(folders()).toEqual([]);
    expect((await admin.get('/staff/customers?limit=1').expect(200)).body.items).toHaveLength(1);
  });

  it('by the end of the program is cleared away at the next start, and nothing of others', async () => {
    const socket = beginUpload('/staff/customers/imports');
    await until(() => folders().length === 1);
    const killed = folders();
    program.child.kill('SIGKILL');
    await new Promise((resolve) => program.child.once('exit', resolve));
    socket.destroy();
    const make = (name: string, ageHours = 0): string => {
      const path = join(temporary, name);
      mkdirSync(path);
      writeFileSync(join(path, 'upload'), 'x');
      const then = Date.now() / 1000 - ageHours * 3600;
      utimesSync(path, then, then);
      return name;
    };
    const host = hostname().replace(/[^a-z0-9]/gi, '');
    const living = make(`kundenportal-upload-${host}-${process.pid}-abcdef`, 48);
    const elsewhere = make('kundenportal-upload-othermachine-1-abcdef');
    const longAgo = make('kundenportal-upload-othermachine-2-abcdef', 48);
    const older = make('kundenportal-upload-abcdef', 48);
    const unrelated = make('something-else', 48);
    program = await start();
    expect(folders().sort()).toEqual([elsewhere, living].sort());
    expect(readdirSync(temporary)).toContain(unrelated);
    for (const gone of [...killed, longAgo, older]) expect(folders()).not.toContain(gone);
  });
});

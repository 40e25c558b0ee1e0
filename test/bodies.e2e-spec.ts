import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from './support/api';
import { halfSent, type HalfSent } from './support/half-sent';
import { fillPath, type Operation, operationsOfDocument } from './support/operations';
import { addContact, addCustomer } from './support/population';
import { type Database, type Program, startDatabase, startProgram } from './support/stack';
import { makeWorld, type World } from './support/world';

const UNKNOWN_ID = '01900000-0000-7000-8000-000000000000';
const MULTIPART = 'multipart/form-data; boundary=x';
/** A machine under load is slow, but a body that is waited for never comes. */
const SOON_MS = 8_000;

/** The beginning of a request whose body never comes as a whole. */
function beginning(
  method: string,
  path: string,
  {
    token,
    type = 'application/json',
    length = 100_000,
    body = '{"a":',
  }: Partial<Record<string, string | number>>,
): string {
  const authorization = token ? `Authorization: Bearer ${token}\r\n` : '';
  const size = length === 'chunked' ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`;
  return `${method.toUpperCase()} ${path} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 10.9.8.7\r\n${authorization}Content-Type: ${type}\r\n${size}\r\n\r\n${body}`;
}

describe('A body', () => {
  jest.setTimeout(90_000);
  let world: World;
  let contact: Api;
  let takers: Operation[];

  beforeAll(async () => {
    world = await makeWorld();
    contact = await addContact(world, await addCustomer(world.admin, 'Halb GmbH'), 'USER');
    takers = (await operationsOfDocument()).filter(({ method }) => method !== 'get');
  });

  const pathOf = ({ path }: Operation): string => fillPath(path, Array<string>(3).fill(UNKNOWN_ID));
  const typeOf = ({ consumes }: Operation): string =>
    consumes === 'multipart/form-data' ? MULTIPART : (consumes ?? 'application/json');

  /** What is wrong with the answers, each of which should have come at once and ended the connection. */
  function faultsIn(answers: readonly [name: string, HalfSent][], status: number): string[] {
    return answers
      .filter(
        ([, { answer, endedAfterMs }]) => !answer.startsWith(`HTTP/1.1 ${status} `) || endedAfterMs > SOON_MS,
      )
      .map(([name, { answer, endedAfterMs }]) => `${name}: ${answer.slice(0, 40)} after ${endedAfterMs} ms`);
  }

  it('of an unauthenticated caller is not read where a login is required', async () => {
    const guarded = takers.filter(({ audience }) => audience !== 'PUBLIC');
    expect(guarded.length).toBeGreaterThan(40);
    const answers = await Promise.all(
      guarded.flatMap((operation) =>
        ['x.y.z', ''].map(async (token): Promise<[string, HalfSent]> => {
          const text = beginning(operation.method, pathOf(operation), { token, type: typeOf(operation) });
          return [`${operation.id} with "${token}"`, await halfSent(text, SOON_MS)];
        }),
      ),
    );
    expect(faultsIn(answers, 401)).toEqual([]);
  });

  it('is not waited for either where the caller may not send it, the path leads nowhere, or it is refused by its head', async () => {
    const token = contact.accessToken;
    const ask = async (text: string): Promise<HalfSent> => halfSent(text, SOON_MS);
    const cases: [string, number, string][] = [
      ['forbidden', 403, beginning('POST', '/api/v1/staff/customers', { token })],
      [
        'a file, forbidden',
        403,
        beginning('POST', '/api/v1/staff/articles/imports', { token, type: MULTIPART }),
      ],
      ['nowhere', 404, beginning('POST', '/nowhere', {})],
      [
        'nowhere below the interface',
        404,
        beginning('PUT', '/api/v1/nowhere', { length: 'chunked', body: '5\r\n{"a"' }),
      ],
      ['a malformed path', 400, beginning('POST', '/%zz', {})],
      ['too large', 413, beginning('POST', '/api/v1/auth/login', { length: 16_385 })],
      [
        'too large, in chunks',
        413,
        beginning('POST', '/api/v1/auth/login', { length: 'chunked', body: `5000\r\n${'x'.repeat(0x5000)}` }),
      ],
      ['another format', 415, beginning('POST', '/api/v1/auth/login', { type: 'text/plain' })],
      ['a body for a page', 404, beginning('POST', '/password', {})],
      ['a body with GET', 200, beginning('GET', '/health/live', {})],
    ];
    for (const [name, status, text] of cases) expect(faultsIn([[name, await ask(text)]], status)).toEqual([]);
  });

  it('of an unauthenticated caller times out, as do headers and a request that never begins', async () => {
    const [login, form, head, nothing] = await Promise.all([
      halfSent(beginning('POST', '/api/v1/auth/login', { length: 100 }), 40_000),
      halfSent(
        beginning('POST', '/api/v1/auth/token', {
          length: 'chunked',
          type: 'application/x-www-form-urlencoded',
          body: '3\r\na=b',
        }),
        40_000,
      ),
      halfSent('GET /health/live HTTP/1.1\r\nHost: x\r\nX-A: ', 40_000),
      halfSent('', 40_000),
    ]);
    for (const { answer } of [login, form, head, nothing])
      expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    for (const { answer } of [login, form]) expect(answer).toContain('"code":"request-timed-out"');
    for (const { endedAfterMs } of [login, form, head, nothing]) expect(endedAfterMs).toBeLessThan(40_000);
  });

  it('of an unauthenticated caller is at most 16 KiB, whatever the limit for others', async () => {
    const login = (size: number): ReturnType<Api['post']> =>
      Api.anonymous()
        .post('/auth/login')
        .type('json')
        .send(JSON.stringify({ tenant: 'x'.repeat(size) }));
    expect((await login(16 * 1024 - 13)).status).toBe(422);
    expect((await login(16 * 1024 - 12)).body).toMatchObject({ status: 413, code: 'too-large' });
    const { body } = await world.admin
      .post('/staff/customers')
      .send({ name: 'x'.repeat(100_000) })
      .expect(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '/name', code: 'length' })]);
  });

  it('is a form only where forms are taken, and nowhere plain text', async () => {
    const json = takers.filter(({ consumes }) => consumes === 'application/json');
    const others = takers.filter(({ consumes }) => consumes !== undefined && consumes !== 'application/json');
    expect(others.map(({ consumes }) => consumes)).toContain('application/x-www-form-urlencoded');
    const complaints: string[] = [];
    for (const [operations, type] of [
      [json, 'application/x-www-form-urlencoded'],
      [json, MULTIPART],
      [others, 'application/json'],
      [takers, 'text/plain'],
      [takers, 'application/jsonx'],
    ] as const) {
      for (const operation of operations) {
        const caller =
          operation.audience === 'PUBLIC'
            ? Api.onPage()
            : operation.audience === 'CONTACT'
              ? contact
              : world.admin;
        const call = caller.request(operation.method, pathOf(operation)).set('if-match', '"1"');
        const { status, body } = await call.set('content-type', type).send('a=1');
        if (status !== 415 || body.code !== 'unsupported-media-type')
          complaints.push(`${operation.id} takes ${type}: ${status} ${body.code}`);
      }
    }
    expect(complaints).toEqual([]);
  });

  it('is told of with at most twenty errors', async () => {
    const many = Object.fromEntries(Array.from({ length: 700 }, (_, i) => [`unbekannt-${i}`, i]));
    const shapes = [many, { tenant: many }, { tenant: 'x', ['lang'.repeat(3_000)]: 1 }];
    for (const shape of shapes) {
      const { text, body } = await Api.anonymous().post('/auth/login').send(shape).expect(422);
      expect(body.errors.length).toBeLessThanOrEqual(20);
      expect(text.length).toBeLessThan(5_000);
    }
    const query = Array.from({ length: 900 }, (_, i) => `u${i}=1`).join('&');
    const { body } = await world.admin.get(`/staff/customers?${query}`).expect(422);
    expect(body.errors).toHaveLength(20);
  });
});

describe('Connections', () => {
  let database: Database;
  let program: Program;

  beforeAll(async () => {
    database = await startDatabase();
    program = await startProgram(database.url, database.dataDir, { MAX_CONNECTIONS: '5' });
  });

  afterAll(async () => {
    await program.stop();
    await database.stop();
  });

  it('are as many as are configured, and more are closed at once', async () => {
    const { port } = new URL(program.baseUrl);
    const open: Socket[] = [];
    // Those of the start are still kept alive.
    await sleep(200);
    const isRefused = async (): Promise<boolean> => {
      const socket = connect(Number(port), '127.0.0.1').on('error', () => undefined);
      await once(socket, 'connect');
      open.push(socket);
      return Promise.race([once(socket, 'close').then(() => true), sleep(1_000).then(() => false)]);
    };
    const refused: boolean[] = [];
    for (let i = 0; i < 8; i++) refused.push(await isRefused());
    expect(refused.slice(-3)).toEqual([true, true, true]);
    expect(refused.filter((one) => !one).length).toBeLessThanOrEqual(5);
    for (const socket of open) socket.destroy();
    await sleep(200);
    expect(await isRefused()).toBe(false);
    open.at(-1)?.destroy();
  });
});

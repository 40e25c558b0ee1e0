import { rawWire, wire } from './support/wire';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TENANT = '/api/v1/public/tenants/nobody-here';
const LOGIN = '/api/v1/auth/login';
const TITLES: Readonly<Record<number, string>> = {
  400: 'Anfrage nicht lesbar',
  404: 'Nicht gefunden',
  413: 'Zu groß',
  415: 'Format nicht unterstützt',
};

describe('Every failure is a problem document', () => {
  const json = { 'content-type': 'application/json' };

  it.each([
    ['an unknown route', 404, 'not-found', '/nowhere?secret=1', {}],
    ['an unknown object', 404, 'not-found', TENANT, {}],
    ['a NUL character in a path', 404, 'not-found', '/api/v1/public/tenants/a%00b', {}],
    ['a path parameter without end', 404, 'not-found', `/api/v1/public/tenants/${'a'.repeat(2_000)}`, {}],
    ['a path that cannot be decoded', 400, 'malformed', '/%zz', {}],
    ['broken JSON', 400, 'malformed', LOGIN, { method: 'POST', headers: json, body: '{"a":' }],
    [
      'a body beyond the limit',
      413,
      'too-large',
      LOGIN,
      { method: 'POST', headers: json, body: `"${'a'.repeat(16 * 1024)}"` },
    ],
    [
      'text in place of JSON',
      415,
      'unsupported-media-type',
      LOGIN,
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' },
    ],
    ['a body that leads nowhere', 404, 'not-found', '/nowhere', { method: 'POST', headers: json, body: '{' }],
    ['an unknown method of a known path', 404, 'not-found', TENANT, { method: 'DELETE' }],
  ])('%s', async (_name, status, code, path, options) => {
    const answer = await wire(path, options);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['cache-control']).toBe('no-store');
    const problem = JSON.parse(answer.text) as Record<string, unknown>;
    expect(problem).toEqual({
      type: 'about:blank',
      title: TITLES[status],
      status,
      code,
      detail: expect.any(String),
      instance: path.split('?')[0]?.slice(0, 1_000),
      errors: [],
      correlationId: answer.headers['x-correlation-id'],
    });
    expect(problem.correlationId).toMatch(UUID);
  });

  it('even what is no HTTP at all', async () => {
    const answer = await rawWire('GRUESS GOTT\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(answer).toContain('application/problem+json');
    expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ status: 400, code: 'malformed' });
  });

  it('HEAD has the status and no body', async () => {
    const answer = await wire('/nowhere', { method: 'HEAD' });
    expect(answer).toMatchObject({ status: 404, text: '' });
  });

  it('speaks the language that is asked for', async () => {
    const detail = async (language: string): Promise<unknown> =>
      JSON.parse((await wire(TENANT, { headers: { 'accept-language': language } })).text).detail;
    expect(await detail('en-GB')).toBe('There is no such object.');
    expect(await detail('fr')).toBe('Das gesuchte Objekt gibt es nicht.');
  });

  it('takes a correlation id from outside only if it is a UUID', async () => {
    const idFor = async (brought: string): Promise<unknown> =>
      (await wire(TENANT, { headers: { 'x-request-id': brought } })).headers['x-correlation-id'];
    const uuid = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(await idFor(uuid)).toBe(uuid);
    expect(await idFor('{"level":"fatal"}')).toMatch(UUID);
  });
});

import { wire, type WireAnswer } from './support/wire';

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const PAGES = [
  '/p/musterhaus',
  '/p/musterhaus/tickets/new',
  '/staff/musterhaus',
  '/password',
  '/registration',
  '/tickets/01900000-0000-7000-8000-000000000000',
  '/docs',
  '/mailbox',
];

/** What people get to see in a browser, whatever has become of the link on its way to them. */
describe('A page', () => {
  const open = (path: string, headers = {}): Promise<WireAnswer> =>
    wire(path, { headers: { ...BROWSER, ...headers } });
  const isPage = ({ status, headers, text }: WireAnswer, expected = 200): boolean =>
    status === expected && /^text\/html/.test(headers['content-type'] ?? '') && /<title>/.test(text);

  it.each(PAGES)(
    '%s is shown, also with a slash behind it and with what others put on the link',
    async (path) => {
      for (const spelling of [
        path,
        `${path}/`,
        `${path}?utm_source=x`,
        `${path}/?utm_source=x&utm_source=y`,
        `${path}?__proto__=1&constructor=2`,
        `http://portal.example${path}/?fbclid=1`,
      ]) {
        const answer = await open(spelling);
        expect([spelling, answer.status, isPage(answer)]).toEqual([spelling, 200, true]);
      }
    },
  );

  it('of the web app is asked for anew each time, and its policy lets nothing in but its own files', async () => {
    const { headers } = await open('/');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
  });

  it('of the web app names beside it what the app asks for as soon as it runs', async () => {
    const preloaded = async (path: string, headers = {}): Promise<string[]> => {
      const { headers: answered } = await open(path, headers);
      return [...String(answered.link ?? '').matchAll(/<([^>]+)>/g)].map(([, address = '']) => address);
    };
    const nameless = (addresses: string[]): string[] =>
      addresses.map((address) => address.replace(/-[\w-]{6}\.js$/, '')).sort();
    const login = await preloaded('/p/musterhaus/login?next=%2Fp%2Fmusterhaus', { 'accept-language': 'en' });
    expect(nameless(login)).toEqual(['/api/v1/public/tenants/musterhaus', '/assets/en', '/assets/login']);
    const inside = await preloaded('/p/musterhaus/tickets', { 'accept-language': 'de', cookie: 'session=x' });
    expect(nameless(inside)).toEqual(
      expect.arrayContaining([
        '/api/v1/auth/browser-sessions',
        '/api/v1/public/tenants/musterhaus',
        '/assets/de',
        '/assets/de-portal',
        '/assets/layout',
      ]),
    );
    for (const address of [...login, ...inside].filter((one) => one.startsWith('/assets/'))) {
      expect([address, (await open(address)).status]).toEqual([address, 200]);
    }
    expect(await preloaded('/')).toEqual([]);
    expect(await preloaded('/p/Muster"haus/login')).toEqual([]);
  });

  it('of the web app gets its files compressed, to be kept for good, whatever is behind their names', async () => {
    const { text } = await open('/');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(text)?.[1] ?? '';
    for (const spelling of [script, `${script}?v=2`]) {
      const { status, headers } = await open(spelling, { 'accept-encoding': 'gzip, br' });
      expect([status, headers['content-encoding'], headers['cache-control']]).toEqual([
        200,
        'br',
        'public, max-age=31536000, immutable',
      ]);
      expect(headers['content-type']).toMatch(/^(text|application)\/javascript/);
    }
    expect((await open('/assets/nowhere.js')).status).toBe(404);
  });

  it.each([
    ['/nowhere', 404, 'Nicht gefunden', 'Not found'],
    ['/password/nowhere', 404, 'Nicht gefunden', 'Not found'],
    ['/mailbox/messages/nowhere', 404, 'Nicht gefunden', 'Not found'],
    ['/%zz', 400, 'Anfrage nicht lesbar', 'Request not readable'],
  ])('tells people in words that %s is none', async (path, status, german, english) => {
    for (const [language, title] of [
      ['de', german],
      ['en', english],
    ]) {
      const answer = await open(path, { 'accept-language': language });
      expect(isPage(answer, status)).toBe(true);
      expect(answer.text).toContain(`<h1>${title}</h1>`);
      expect(answer.text).not.toMatch(/[{}]|correlationId/);
    }
  });

  it('is not what programs get', async () => {
    const { headers, text } = await wire('/nowhere');
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(JSON.parse(text)).toMatchObject({ title: 'Nicht gefunden', code: 'not-found' });
    const api = await open('/api/v1/public/tenants/nobody-here');
    expect(api.headers['content-type']).toMatch(/^application\/problem\+json/);
  });
});

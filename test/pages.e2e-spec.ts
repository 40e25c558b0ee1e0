import { Api, cookieOf } from './support/api';
import { addContact, addCustomer } from './support/population';
import { wire, type WireAnswer } from './support/wire';
import { addAgent, makeWorld, PASSWORD, type World } from './support/world';

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

  it.each(['/p', '/p/', '/staff', '/staff/?utm_source=x'])(
    '%s lacks the short name, which is asked for',
    async (path) => {
      const { status, headers } = await open(path);
      expect([status, headers.location]).toEqual([302, '/']);
    },
  );

  it('of the web app is asked for anew each time, and its policy lets nothing in but its own files', async () => {
    const { headers } = await open('/');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
  });

  describe('of the web app names beside it what the app asks for as soon as it runs', () => {
    let world: World;
    let contact: Awaited<ReturnType<typeof addContact>>;

    beforeAll(async () => {
      world = await makeWorld();
      contact = await addContact(world, await addCustomer(world.admin, 'Erste GmbH'), 'USER');
    });

    const preloaded = async (path: string, headers = {}): Promise<string[]> => {
      const { headers: answered } = await open(path, { 'accept-language': 'de', ...headers });
      return [...String(answered.link ?? '').matchAll(/<([^>]+)>/g)].map(([, address = '']) => address);
    };
    const logIn = async (email: string): Promise<{ cookie: string }> => {
      const login = { tenant: world.tenant.slug, email, password: PASSWORD };
      const { headers } = await Api.onPage().post('/auth/browser-sessions').send(login).expect(201);
      return { cookie: cookieOf(headers) };
    };
    /** Without what the build puts behind the names of files. */
    const nameless = (addresses: string[]): string[] =>
      addresses
        .map((address) => address.replace(/-(?:.{7}|.{8})\.(?:js|woff2)$/, '').replace('/api/v1', ''))
        .sort();
    /** What every page needs. */
    const always = (): string[] => [
      ...['app', 'base', 'de', 'index', 'public-sans-latin-wght-normal'].map((name) => `/assets/${name}`),
      `/public/tenants/${world.tenant.slug}`,
    ];

    it('at the login', async () => {
      const path = `/p/${world.tenant.slug}/login?next=%2Fp%2Fx`;
      // Whoever is logged in already is led on.
      const asked = [...always(), '/assets/login', '/auth/browser-sessions'];
      expect(nameless(await preloaded(path))).toEqual(asked.sort());
      expect(nameless(await preloaded(path, { 'accept-language': 'en' }))).toContain('/assets/en');
    });

    it('with a session: files and first answers of the page itself', async () => {
      const cookie = await logIn(contact.email);
      const path = `/p/${world.tenant.slug}/tickets`;
      const list = await preloaded(path, cookie);
      const running = 'status=NEW&status=IN_PROGRESS&status=WAITING_FOR_CUSTOMER';
      const frame = [...always(), '/auth/browser-sessions', '/portal/overview'];
      const files = ['choosing', 'de-portal', 'inside', 'layout', 'list-page', 'portal'].map(
        (name) => `/assets/${name}`,
      );
      expect(nameless(list)).toEqual([...frame, `/portal/tickets?${running}&limit=25`, ...files].sort());
      for (const address of list.filter((one) => one.startsWith('/api/'))) {
        expect([address, (await open(address, cookie)).status]).toEqual([address, 200]);
      }
      for (const address of list.filter((one) => one.startsWith('/assets/'))) {
        expect([address, (await open(address)).status]).toEqual([address, 200]);
      }
      // What a filtered list shows, only the app knows.
      expect(nameless(await preloaded(`${path}?view=done`, cookie))).toEqual([...frame, ...files].sort());
      const id = '01900000-0000-7000-8000-000000000000';
      expect(await preloaded(`${path}/${id}`, cookie)).toContain(`/api/v1/portal/tickets/${id}`);
    });

    it('in the language of who is logged in; no answers in the one of the browser where that is another', async () => {
      const english = await addContact(world, await addCustomer(world.admin, 'English Ltd'), 'USER');
      await english.patch('/auth/me').send({ language: 'en' }).expect(200);
      const path = `/p/${world.tenant.slug}/tickets/new`;
      const cookie = await logIn(english.email);
      const list = nameless(await preloaded(path, cookie));
      expect(list).toEqual(expect.arrayContaining(['/assets/en', '/assets/en-portal', '/portal/overview']));
      expect(list).not.toContain('/assets/de');
      expect(list).not.toContain('/portal/ticket-categories');
      const inEnglish = nameless(await preloaded(path, { ...cookie, 'accept-language': 'en' }));
      expect(inEnglish).toContain('/portal/ticket-categories');
    });

    it('nothing of the one area for people of the other', async () => {
      const { slug, adminEmail } = world.tenant;
      const outside = [...always(), '/auth/browser-sessions'];
      const [ofContact, ofStaff] = [await logIn(contact.email), await logIn(adminEmail)];
      expect(nameless(await preloaded(`/staff/${slug}/inbox`, ofContact))).toEqual(
        [...outside, '/assets/routes'].sort(),
      );
      expect(nameless(await preloaded(`/p/${slug}/tickets`, ofStaff))).toEqual(outside.sort());
      const inbox = nameless(await preloaded(`/staff/${slug}/inbox`, ofStaff));
      expect(inbox).toEqual(
        expect.arrayContaining([
          '/assets/de-staff',
          '/assets/inbox-page',
          '/assets/layout',
          '/staff/inbox-counts',
        ]),
      );
    });

    it('nothing of the administration for users without the right to administrate', async () => {
      const { slug, adminEmail } = world.tenant;
      const [ofAgent, ofAdmin] = [await logIn((await addAgent(world)).email), await logIn(adminEmail)];
      const path = `/staff/${slug}/settings`;
      expect(nameless(await preloaded(path, ofAdmin))).toContain('/assets/page');
      expect(nameless(await preloaded(path, ofAgent))).not.toContain('/assets/page');
      expect(nameless(await preloaded(`/staff/${slug}/tickets`, ofAgent))).toContain('/assets/list-page');
    });

    it('the login without a session, or with one that has ended', async () => {
      const path = `/p/${world.tenant.slug}/tickets`;
      const ended = await logIn(contact.email);
      await Api.onPage().withCookie(ended.cookie).delete('/auth/browser-sessions').expect(204);
      for (const cookie of [{}, { cookie: 'session=x' }, ended]) {
        expect(nameless(await preloaded(path, cookie))).toEqual(
          [...always(), '/auth/browser-sessions', '/assets/login'].sort(),
        );
      }
    });

    it('and nothing where the address is none of a tenant', async () => {
      expect(await preloaded('/')).toEqual([]);
      expect(await preloaded('/p/Muster"haus/login')).toEqual([]);
      expect(await preloaded('/p/musterHaus/login')).toEqual([]);
      expect(await preloaded('/p/musterhaus/tickets/%3E;rel=x')).toEqual([]);
    });
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

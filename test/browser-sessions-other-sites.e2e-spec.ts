import { Api } from './support/api';
import { e2eEnvironment } from './support/environment';
import { addContact, addCustomer } from './support/population';
import { makeWorld, PASSWORD, type World } from './support/world';

const SESSIONS = '/auth/browser-sessions';

describe('The session of a browser is of no use to other sites', () => {
  let world: World;
  let customerId: string;
  let contact: Awaited<ReturnType<typeof addContact>>;
  let credentials: { tenant: string; email: string; password: string };
  const own = () => e2eEnvironment().baseUrl;
  const ticket = { subject: 'Untergeschoben', description: 'Von einer fremden Seite.' };

  beforeAll(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Erste GmbH');
  });

  beforeEach(async () => {
    contact = await addContact(world, customerId, 'USER');
    credentials = { tenant: world.tenant.slug, email: contact.email, password: PASSWORD };
  });

  /** What a page sends that a browser says is somewhere. */
  async function statusFrom(headers: Record<string, string>, cookie: string): Promise<[number, string]> {
    const { status, body } = await Api.anonymous()
      .post('/portal/tickets')
      .set({ ...headers, cookie })
      .send(ticket);
    return [status, body.code];
  }

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of the site', { 'sec-fetch-site': 'same-site' }],
    ['nowhere', { 'sec-fetch-site': 'none' }],
    ['another site that claims the origin', { 'sec-fetch-site': 'cross-site', origin: 'OWN' }],
    ['an old browser on another site', { origin: 'https://evil.example' }],
    ['an old browser that says nothing', {}],
    ['a page without an origin', { origin: 'null' }],
  ])('from %s', async (_, headers) => {
    const { identity } = await Api.signInBrowser(credentials);
    const sent = JSON.parse(JSON.stringify(headers).replace('OWN', own())) as Record<string, string>;
    expect(await statusFrom(sent, identity.cookie!)).toEqual([403, 'cross-site']);
    const { body } = await contact.get('/portal/tickets').expect(200);
    expect(body.items).toEqual([]);
  });

  it('but is to an old browser on a page of the portal', async () => {
    const { identity } = await Api.signInBrowser(credentials);
    expect((await statusFrom({ origin: own() }, identity.cookie!))[0]).toBe(201);
  });

  it('nor can they log anybody in or out', async () => {
    const { identity } = await Api.signInBrowser(credentials);
    for (const headers of [{}, { 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      const login = await Api.anonymous().post(SESSIONS).set(headers).send(credentials);
      expect(login).toMatchObject({ status: 403, body: { code: 'cross-site' } });
      expect(login.headers['set-cookie']).toBeUndefined();
      const logout = await Api.anonymous()
        .delete(SESSIONS)
        .set({ ...headers, cookie: identity.cookie! });
      expect(logout).toMatchObject({ status: 403, body: { code: 'cross-site' } });
      expect(logout.headers['set-cookie']).toBeUndefined();
    }
    const { body } = await Api.onPage().withCookie(identity.cookie!).get(SESSIONS).expect(200);
    expect(body.signedIn).toBe(true);
  });

  it('and nothing of it depends on how a path is spelled', async () => {
    const { identity } = await Api.signInBrowser(credentials);
    for (const path of ['/%61pi/v1/portal/tickets', '/api/v1/portal/tickets/']) {
      const { status, body } = await Api.anonymous()
        .request('post', path)
        .set({ cookie: identity.cookie!, 'sec-fetch-site': 'cross-site' })
        .send(ticket);
      expect([status, body.code]).toEqual([403, 'cross-site']);
    }
  });
});

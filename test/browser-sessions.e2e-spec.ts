import { Api, cookieOf } from './support/api';
import { asSuperuser } from './support/database';
import { EventStream } from './support/event-stream';
import { addContact, addCustomer } from './support/population';
import { makeWorld, PASSWORD, type World } from './support/world';

const SESSIONS = '/auth/browser-sessions';
const NEXT = 'Ein ganz anderer Satz 7';

describe('The session of a browser', () => {
  let world: World;
  let customerId: string;
  let contact: Awaited<ReturnType<typeof addContact>>;
  let credentials: { tenant: string; email: string; password: string };
  const page = Api.onPage();

  beforeAll(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Erste GmbH');
  });

  beforeEach(async () => {
    contact = await addContact(world, customerId, 'USER');
    credentials = { tenant: world.tenant.slug, email: contact.email, password: PASSWORD };
  });

  const isSignedIn = async (api: Api): Promise<boolean> =>
    (await api.get(SESSIONS).expect(200)).body.signedIn;

  async function ageBy(interval: string, column: 'renewed_at' | 'expires_at'): Promise<void> {
    await asSuperuser(
      `UPDATE sessions SET ${column} = ${column} - $2::interval WHERE account_id = $1 AND secret_hash IS NOT NULL`,
      [contact.contactId, interval],
    );
  }

  it('is a cookie that no script reads and no other site sends', async () => {
    const answer = await page.post(SESSIONS).send(credentials).expect(201);
    const { body } = answer;
    expect(body).toMatchObject({ signedIn: true, me: { id: contact.contactId, kind: 'CONTACT' } });
    const cookies = answer.get('Set-Cookie') ?? [];
    expect(cookies).toHaveLength(1);
    expect(cookies[0]?.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=2592000',
      'Path=/',
      'SameSite=Strict',
    ]);
    expect(cookies[0]).toMatch(/^session=[\w-]{86};/);
    expect(JSON.stringify(body)).not.toContain(cookies[0]?.slice(8, 94));
  });

  it('answers the logged-in user, or null without a session', async () => {
    const browser = await Api.signInBrowser(credentials);
    const { body: me } = await browser.get('/auth/me').expect(200);
    expect((await browser.get(SESSIONS).expect(200)).body).toEqual({
      signedIn: true,
      me,
      accessEnded: false,
    });
    const nobody = { signedIn: false, me: null, accessEnded: false };
    expect((await page.get(SESSIONS).expect(200)).body).toEqual(nobody);
    for (const cookie of ['session=', 'session=x', `session=${'A'.repeat(107)}`, 'other=1; ; =']) {
      expect((await page.withCookie(cookie).get(SESSIONS).expect(200)).body).toEqual(nobody);
      await page.withCookie(cookie).get('/auth/me').expect(401);
    }
  });

  it('is worth what a bearer token is, and gives way to one', async () => {
    const browser = await Api.signInBrowser(credentials);
    const ticket = { subject: 'Drucker streikt', description: 'Er druckt nicht.' };
    const { body } = await browser.post('/portal/tickets').send(ticket).expect(201);
    const file = await browser
      .post(`/portal/tickets/${body.id}/attachments`)
      .attach('file', Buffer.from('Protokoll'), 'protokoll.txt')
      .expect(201);
    const { text } = await browser
      .get(`/portal/tickets/${body.id}/attachments/${file.body.id}`)
      .buffer(true)
      .expect(200);
    expect(text).toBe('Protokoll');
    await browser.get('/staff/tickets').expect(403);
    // Another person's token, from wherever it is sent, beside this browser's cookie.
    const both = { ...browser.identity, ...world.admin.identity, 'sec-fetch-site': 'cross-site' };
    const { body: me } = await Api.anonymous().get('/auth/me').set(both).expect(200);
    expect(me.kind).toBe('STAFF');
    await Api.anonymous().get('/staff/tickets').set(both).expect(200);
    await Api.anonymous()
      .get('/auth/me')
      .set({ ...both, authorization: 'Bearer x.y.z' })
      .expect(401);
  });

  it('does not begin with a wrong password, and ends none then', async () => {
    const browser = await Api.signInBrowser(credentials);
    const wrong = await browser.post(SESSIONS).send({ ...credentials, password: 'falsch falsch 1' });
    expect(wrong).toMatchObject({ status: 401, body: { code: 'auth.login-failed' } });
    expect(wrong.headers['set-cookie']).toBeUndefined();
    expect(await isSignedIn(browser)).toBe(true);
  });

  it('takes the place of the one that the browser had', async () => {
    const before = await Api.signInBrowser(credentials);
    const { headers } = await before.post(SESSIONS).send(credentials).expect(201);
    expect(await isSignedIn(before)).toBe(false);
    await before.get('/auth/me').expect(401);
    expect(await isSignedIn(page.withCookie(cookieOf(headers)))).toBe(true);
  });

  it('ends with the logout, which works for who has none as well', async () => {
    const browser = await Api.signInBrowser(credentials);
    const other = await Api.signInBrowser(credentials);
    const { headers } = await browser.delete(SESSIONS).expect(204);
    expect(headers['set-cookie']).toEqual(['session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict']);
    expect(await isSignedIn(browser)).toBe(false);
    expect(await isSignedIn(other)).toBe(true);
    await page.delete(SESSIONS).expect(204);
    await other.post('/auth/logout').expect(204);
    expect(await isSignedIn(other)).toBe(false);
  });

  it('changes its secret with the password; the others end', async () => {
    const browser = await Api.signInBrowser(credentials);
    const other = await Api.signInBrowser(credentials);
    const { headers } = await browser
      .put('/auth/password')
      .send({ currentPassword: PASSWORD, newPassword: NEXT })
      .expect(204);
    await browser.get('/auth/me').expect(401);
    await other.get('/auth/me').expect(401);
    const renewed = browser.withCookie(cookieOf(headers));
    await renewed.get('/auth/me').expect(200);
    // A session of tokens gets no cookie.
    const tokens = await Api.signIn({ ...credentials, password: NEXT });
    const answer = await tokens.put('/auth/password').send({ currentPassword: NEXT, newPassword: PASSWORD });
    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('stands among my sessions, and ends from another one', async () => {
    const browser = await Api.signInBrowser(credentials);
    const { body } = await browser.get('/auth/sessions').expect(200);
    expect(body.items).toHaveLength(2);
    expect(body.items[0]).toMatchObject({ current: true, address: browser.address });
    const sessionId = body.items[0].id;
    await contact.post('/auth/session-endings').send({ currentPassword: PASSWORD, sessionId }).expect(204);
    await browser.get('/auth/me').expect(401);
  });

  it('ends with the access of its person', async () => {
    const browser = await Api.signInBrowser(credentials);
    await world.admin.delete(`/staff/contacts/${contact.contactId}/portal-access`).expect(204);
    await browser.get('/auth/me').expect(401);
    const ended = { signedIn: false, me: null, accessEnded: true };
    expect((await browser.get(SESSIONS).expect(200)).body).toEqual(ended);
  });

  it('is over after a week without use, and lives on with each use', async () => {
    const browser = await Api.signInBrowser(credentials);
    await ageBy('6 days 23 hours', 'renewed_at');
    await browser.get('/auth/me').expect(200);
    await ageBy('6 days 23 hours', 'renewed_at');
    expect(await isSignedIn(browser)).toBe(true);
    await ageBy('7 days 1 second', 'renewed_at');
    await browser.get('/auth/me').expect(401);
    expect(await isSignedIn(browser)).toBe(false);
    const { body } = await contact.get('/auth/sessions').expect(200);
    expect(body.items).toHaveLength(1);
  });

  it('is over after 30 days, however often it was used', async () => {
    const browser = await Api.signInBrowser(credentials);
    await ageBy('29 days 23 hours', 'expires_at');
    await browser.get('/auth/me').expect(200);
    await ageBy('1 hour', 'expires_at');
    await browser.get('/auth/me').expect(401);
  });

  it('holds a stream of events open, and takes it along when it ends', async () => {
    const browser = await Api.signInBrowser(credentials);
    const stream = await EventStream.open(browser, '/portal/events');
    try {
      expect(stream.response.status).toBe(200);
      const ticket = { subject: 'Drucker streikt', description: 'Er druckt nicht.' };
      const { body } = await browser.post('/portal/tickets').send(ticket).expect(201);
      await stream.until(() => stream.about(body.id).includes('ticket.created'));
      await browser.delete(SESSIONS).expect(204);
      await stream.until(() => stream.ended);
    } finally {
      stream.close();
    }
  });

  it('is stored as a hash', async () => {
    const { headers } = await page.post(SESSIONS).send(credentials).expect(201);
    const value = cookieOf(headers).replace('session=', '');
    const secret = Buffer.from(value, 'base64url').subarray(32);
    const rows = await asSuperuser('SELECT * FROM sessions WHERE account_id = $1', [contact.contactId]);
    const stored = JSON.stringify(rows);
    expect(stored).toContain('secret_hash');
    for (const form of ['base64url', 'base64', 'hex'] as const) {
      expect(stored).not.toContain(secret.toString(form));
    }
  });
});

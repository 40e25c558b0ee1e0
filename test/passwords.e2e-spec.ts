import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { e2eEnvironment } from './support/environment';
import { newestMail, tokenFrom } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { startProgram } from './support/stack';
import { makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

describe('A new password', () => {
  let world: World;
  let token: string;

  beforeAll(async () => {
    world = await makeWorld({ name: 'Wendeltreppe Systeme', slug: `blasebalg-${Date.now()}` });
    const customerId = await addCustomer(world.admin, 'Zwetschgenkompott AG');
    const email = uniqueEmail('hagebutte');
    const { body } = await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ firstName: 'Ludmilla', lastName: 'Sauerampfer', email })
      .expect(201);
    await world.admin.put(`/staff/contacts/${body.id}/portal-access`).send({ role: 'USER' }).expect(200);
    token = tokenFrom(await newestMail(email));
  });

  const choose = (newPassword: string): ReturnType<Api['post']> =>
    Api.anonymous().post('/auth/password-resets').send({ token, newPassword });

  it.each([
    ['the own name', 'LudmillaSauerampfer'],
    ['the address', 'hagebutte2026'],
    ['the company', 'Zwetschgenkompott1'],
    ['the system house', 'WendeltreppeSysteme1'],
    ['its short name', 'Blasebalg-2026!'],
    ['the portal', 'Kundenportal2026'],
    ['what everybody can read', 'Kundenportal-Demo-2026'],
    ['a row of keys', 'qwertzuiopü123'],
  ])('is not made of %s, and asking costs nobody their link', async (_, password) => {
    const { body } = await choose(password).expect(422);
    expect(body).toMatchObject({ code: 'auth.password-weak', errors: [{ pointer: '/newPassword' }] });
  });

  it.each([
    ['11 characters', 'ööööö!Xq7zt'],
    ['11 of two units each', '🦊🐢🦉🐝🦔🐍🦀🐙🦑🐳🦩'],
    ['257 characters', 'x7!'.repeat(85) + 'ab'],
  ])('has 12 to 256 characters, not %s', async (_, password) => {
    const { body } = await choose(password).expect(422);
    expect(body.code).toBe('auth.password-length');
  });

  it('may hold any characters', async () => {
    await choose('  päßwörter 🦊 dürfen\talles  ').expect(204);
  });

  it('is refused with the reason, in the language of the reader', async () => {
    const { admin } = await makeWorld({ name: 'Blasebalg' });
    const said = async (newPassword: string, language: string): Promise<string> => {
      const change = admin.put('/auth/password').set('accept-language', language);
      return (await change.send({ currentPassword: PASSWORD, newPassword }).expect(422)).body.errors[0]
        .detail;
    };
    expect(await said('Kundenportal-Demo-2026', 'de')).toContain('Anleitung des Programms');
    expect(await said('Kundenportal-Demo-2026', 'en')).toContain('documentation of the program');
    expect(await said('Blasebalg-2026!', 'de')).toContain('Ihrer Firma');
    expect(await said('Willkommen2026!', 'en')).toContain('too few words');
  });

  it('is not the current one', async () => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Muster GmbH'), 'USER');
    const { body } = await contact
      .put('/auth/password')
      .send({ currentPassword: PASSWORD, newPassword: PASSWORD })
      .expect(422);
    expect(body).toMatchObject({ code: 'auth.password-unchanged', errors: [{ pointer: '/newPassword' }] });
  });
});

describe('Trying passwords', () => {
  const HEAVY = ['a1!', 'p@55w0rd', '@4a', '4310$5@!', 'lililili11||!!', '1l|!i7t+', '1234567890'];
  const forgetChoices = (): Promise<unknown> =>
    asSuperuser(`DELETE FROM rate_limits WHERE key LIKE 'password-choice:%'`);
  const heavy = (i: number): string => HEAVY[i % HEAVY.length]!.repeat(85).slice(0, 240 + i);

  it('is limited for each account, also with the current one', async () => {
    const { tenant, admin } = await makeWorld();
    await forgetChoices();
    const change = (newPassword: string, api = admin): ReturnType<Api['put']> =>
      api.put('/auth/password').send({ currentPassword: PASSWORD, newPassword });
    const statuses: number[] = [];
    for (let i = 0; i < 10; i++) statuses.push((await change(`Willkommen202${i}!`)).status);
    expect(statuses).toEqual(Array(10).fill(422));
    const { headers } = await change('Elf Igel backen Brot').expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    // Neither from another session.
    const again = await Api.signIn({ tenant: tenant.slug, email: tenant.adminEmail, password: PASSWORD });
    await change('Elf Igel backen Brot', again).expect(429);
  });

  it('is limited for each link, which stays good', async () => {
    const world = await makeWorld();
    const email = uniqueEmail('versuche');
    await world.admin.post('/staff/users').send({ name: 'Vera Versuch', email, role: 'AGENT' }).expect(201);
    const linkToken = tokenFrom(await newestMail(email));
    const set = (newPassword: string): ReturnType<Api['post']> =>
      Api.anonymous().post('/auth/password-resets').send({ token: linkToken, newPassword });
    for (let i = 0; i < 10; i++) await set(`Willkommen202${i}!`).expect(422);
    await set('Elf Igel backen Brot').expect(429);
    await forgetChoices();
    await set('Elf Igel backen Brot').expect(204);
  });

  it('leaves the event loop to the others', async () => {
    const { databaseUrl, folder } = e2eEnvironment();
    const instance = await startProgram(databaseUrl, folder);
    try {
      const people: World[] = [];
      for (let i = 0; i < 2; i++) people.push(await makeWorld());
      // Not the longest: that one may be of anything else on the machine. Judged on the event loop, all of them are long.
      const lag = async (): Promise<number> => {
        const text = await (await fetch(`${instance.baseUrl}/metrics`)).text();
        return Number(/^nodejs_eventloop_lag_p90_seconds (\S+)$/m.exec(text)?.[1]);
      };
      await lag();
      const answers = await Promise.all(
        people.flatMap(({ admin }, person) =>
          Array.from({ length: 8 }, (_, i) =>
            admin
              .at(instance.baseUrl)
              .put('/auth/password')
              .send({ currentPassword: PASSWORD, newPassword: heavy(person + i) }),
          ),
        ),
      );
      expect(await lag()).toBeLessThan(0.05);
      expect(answers.map(({ body }) => body.code)).toEqual(Array(16).fill('auth.password-weak'));
    } finally {
      await instance.stop();
    }
  }, 60_000);
});

describe('An initial password', () => {
  let world: World;
  let customerId: string;

  beforeAll(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Muster GmbH');
    const { headers } = await world.admin.get('/staff/settings').expect(200);
    await world.admin
      .patch('/staff/settings')
      .set('if-match', headers.etag!)
      .send({ credentialsMail: 'INITIAL_PASSWORD' })
      .expect(200);
  });

  async function invite(): Promise<{ email: string; password: string; contactId: string }> {
    const email = uniqueEmail('initial');
    const { body } = await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ lastName: 'Initial', email })
      .expect(201);
    const contactId = String(body.id);
    await world.admin.put(`/staff/contacts/${contactId}/portal-access`).send({ role: 'USER' }).expect(200);
    const { text } = await newestMail(email);
    return { email, contactId, password: /[a-z2-9]{5}(?:-[a-z2-9]{5}){3}/.exec(text)?.[0] ?? '' };
  }

  const login = (email: string, password: string): ReturnType<Api['post']> =>
    Api.anonymous().post('/auth/login').send({ tenant: world.tenant.slug, email, password });

  it('opens nothing but changing it', async () => {
    const { email, password } = await invite();
    const { body } = await login(email, password).expect(200);
    expect(body.passwordChangeRequired).toBe(true);
    const api = Api.anonymous().withToken(String(body.accessToken));
    expect((await api.get('/portal/tickets').expect(403)).body.code).toBe('auth.password-change-required');
    const change = (newPassword: string): ReturnType<Api['put']> =>
      api.put('/auth/password').send({ currentPassword: password, newPassword });
    await change(password).expect(422);
    await change(PASSWORD).expect(204);
    await api.get('/portal/tickets').expect(200);
    await login(email, password).expect(401);
  });

  it('expires, and ends what was opened with it', async () => {
    const { email, password, contactId } = await invite();
    const { body } = await login(email, password).expect(200);
    await asSuperuser(
      `UPDATE accounts SET initial_password_expires_at = now() - interval '1 second' WHERE id = $1`,
      [contactId],
    );
    await login(email, password).expect(401);
    await Api.anonymous().withToken(String(body.accessToken)).get('/auth/me').expect(401);
    await world.admin.post(`/staff/contacts/${contactId}/portal-access/credentials-mails`).expect(202);
    await login(email, password).expect(401);
  });
});

import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { newestMail, tokenFrom } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

describe('A new password', () => {
  let world: World;
  let token: string;

  beforeAll(async () => {
    world = await makeWorld({ name: 'Wendeltreppe Systeme' });
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

  it('is not the current one', async () => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Muster GmbH'), 'USER');
    const { body } = await contact
      .put('/auth/password')
      .send({ currentPassword: PASSWORD, newPassword: PASSWORD })
      .expect(422);
    expect(body).toMatchObject({ code: 'auth.password-unchanged', errors: [{ pointer: '/newPassword' }] });
  });
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

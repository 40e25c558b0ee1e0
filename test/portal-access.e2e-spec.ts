import { Api } from './support/api';
import { addGuest, type Guest } from './support/guests';
import { mailsTo, newestMail, tokenFrom } from './support/mailbox';
import { addCustomer } from './support/population';
import { firstLogin, makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

describe('Kundenportal-Zugang', () => {
  let world: World;
  let customerId: string;

  beforeAll(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
  });

  const contact = (): Promise<Guest> => addGuest(world.admin, customerId);
  const access = (id: string) => world.admin.get(`/staff/contacts/${id}/portal-access`).expect(200);
  const activate = (id: string, role: unknown) =>
    world.admin.put(`/staff/contacts/${id}/portal-access`).send(role === undefined ? {} : { role });
  const deactivate = (id: string) => world.admin.delete(`/staff/contacts/${id}/portal-access`);
  const login = (email: string, password = PASSWORD) =>
    Api.anonymous().post('/auth/login').send({ tenant: world.tenant.slug, email, password });

  it('goes from none over invited to active; the list shows it', async () => {
    const { id, email } = await contact();
    expect((await access(id)).body).toMatchObject({ state: 'NONE', role: null, credentialsMail: null });
    const { body } = await activate(id, 'MAIN_USER').expect(200);
    expect(body).toMatchObject({ state: 'INVITED', role: 'MAIN_USER', login: email });
    await firstLogin(world.tenant.slug, email);
    const now = (await access(id)).body;
    expect(now).toMatchObject({ state: 'ACTIVE', role: 'MAIN_USER', credentialsMail: { state: 'SENT' } });
    expect(now.lastLoginAt).not.toBeNull();
    const { body: list } = await world.admin
      .get(`/staff/customers/${customerId}/contacts?limit=100`)
      .expect(200);
    const listed = (list.items as { id: string; portalAccess: unknown }[]).find((item) => item.id === id);
    expect(listed?.portalAccess).toEqual({ state: 'ACTIVE', role: 'MAIN_USER' });
  });

  it.each([undefined, null, '', 'ADMIN', 'main_user', ['USER']])('asks for the role: %p', async (role) => {
    const { id } = await contact();
    const { body } = await activate(id, role).expect(422);
    expect(body.errors[0].pointer).toBe('/role');
    expect((await access(id)).body.state).toBe('NONE');
  });

  it('needs an e-mail address', async () => {
    const { body: created } = await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ lastName: 'Lager' })
      .expect(201);
    const { body } = await activate(String(created.id), 'USER').expect(422);
    expect(body.code).toBe('portal-access.email-missing');
  });

  it('sends the address of the portal, the login name and a link that only a POST uses up', async () => {
    const { id, email } = await contact();
    await activate(id, 'USER').expect(200);
    const mail = await newestMail(email);
    expect(mail.text).toContain(email);
    const token = tokenFrom(mail);
    const page = /https?:\/\/[^/]+(\/p\/\S+\/password)#/.exec(mail.text)?.[1] ?? '';
    const { headers } = await Api.anonymous().request('get', page).expect(200);
    expect(headers['content-type']).toContain('text/html');
    const set = () => Api.anonymous().post('/auth/password-resets').send({ token, newPassword: PASSWORD });
    const answers = await Promise.all([set(), set(), set()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422, 422]);
    await login(email).expect(200);
  });

  it('is activated twice with one account and one mail', async () => {
    const { id, email } = await contact();
    const answers = await Promise.all([activate(id, 'USER'), activate(id, 'USER'), activate(id, 'USER')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await firstLogin(world.tenant.slug, email);
    expect((await mailsTo(email)).filter(({ subject }) => subject.includes('Zugang'))).toHaveLength(1);
  });

  it('ends at once: sessions, refresh tokens and links', async () => {
    const { id, email } = await contact();
    await activate(id, 'USER').expect(200);
    const api = await firstLogin(world.tenant.slug, email);
    const { body: tokens } = await login(email).expect(200);
    await Api.anonymous()
      .post('/auth/password-reset-requests')
      .send({ tenant: world.tenant.slug, email })
      .expect(202);
    const reset = tokenFrom(await newestMail(email, { subject: 'Neues Passwort' }));

    await deactivate(id).expect(204);
    await api.get('/auth/me').expect(401);
    await Api.anonymous().post('/auth/refresh').send({ refreshToken: tokens.refreshToken }).expect(401);
    await Api.anonymous()
      .post('/auth/password-resets')
      .send({ token: reset, newPassword: PASSWORD })
      .expect(422);
    await login(email).expect(401);
    expect((await access(id)).body).toMatchObject({ state: 'DEACTIVATED', role: 'USER' });
    await deactivate(id).expect(204);
  });

  it('is restored with new credentials; the old password is void', async () => {
    const { id, email } = await contact();
    await activate(id, 'USER').expect(200);
    await firstLogin(world.tenant.slug, email);
    const first = await newestMail(email);
    await deactivate(id).expect(204);
    await activate(id, undefined).expect(422);
    await activate(id, 'MAIN_USER').expect(200);
    await login(email).expect(401);
    const again = await firstLogin(world.tenant.slug, email, first);
    expect((await again.get('/auth/me').expect(200)).body.role).toBe('MAIN_USER');
  });

  it('changes its role on the next request', async () => {
    const { id, email } = await contact();
    await activate(id, 'USER').expect(200);
    const api = await firstLogin(world.tenant.slug, email);
    await activate(id, 'MAIN_USER').expect(200);
    expect((await api.get('/auth/me').expect(200)).body.role).toBe('MAIN_USER');
  });

  it('sends credentials again while the invitation is open; older links are void', async () => {
    const { id, email } = await contact();
    await activate(id, 'USER').expect(200);
    const first = await newestMail(email);
    const resend = () => world.admin.post(`/staff/contacts/${id}/portal-access/credentials-mails`);
    await resend().expect(202);
    const second = await newestMail(email, { after: first });
    await Api.anonymous()
      .post('/auth/password-resets')
      .send({ token: tokenFrom(first), newPassword: PASSWORD })
      .expect(422);
    await Api.anonymous()
      .post('/auth/password-resets')
      .send({ token: tokenFrom(second), newPassword: PASSWORD })
      .expect(204);
    const { body } = await resend().expect(409);
    expect(body.code).toBe('auth.not-invited');
  });

  it('follows the e-mail address: the old link is void, the new address gets a new one', async () => {
    const { id, email } = await contact();
    await activate(id, 'USER').expect(200);
    const old = await newestMail(email);
    const address = uniqueEmail('neu');
    await world.admin
      .patch(`/staff/contacts/${id}`)
      .set('if-match', '"1"')
      .send({ email: address })
      .expect(200);
    await Api.anonymous()
      .post('/auth/password-resets')
      .send({ token: tokenFrom(old), newPassword: PASSWORD })
      .expect(422);
    await firstLogin(world.tenant.slug, address);
    await login(email).expect(401);
    const { body } = await world.admin
      .patch(`/staff/contacts/${id}`)
      .set('if-match', '"2"')
      .send({ email: null })
      .expect(422);
    expect(body).toMatchObject({ code: 'contact.email-needed', errors: [{ pointer: '/email' }] });
  });

  it('is in the audit log, without secrets', async () => {
    const { id, email } = await contact();
    await activate(id, 'USER').expect(200);
    const token = tokenFrom(await newestMail(email));
    await deactivate(id).expect(204);
    const { body, text } = await world.admin.get(`/staff/audit-entries?objectId=${id}`).expect(200);
    const actions = (body.items as { action: string }[]).map(({ action }) => action);
    expect(actions).toEqual(['portal-access.deactivated', 'portal-access.activated', 'contact.created']);
    expect(text).not.toContain(token);
  });
});

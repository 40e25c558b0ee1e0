import type { Test } from 'supertest';
import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { type Mail, mailsTo, newestMail, tokenFrom } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { addAgent, firstLogin, makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

describe('A password', () => {
  let world: World;

  beforeAll(async () => {
    world = await makeWorld();
  });

  it('is changed with the current one; other sessions end and a mail tells of it', async () => {
    const email = uniqueEmail('agent');
    await world.admin.post('/staff/users').send({ name: 'Paula', email, role: 'AGENT' }).expect(201);
    const here = await firstLogin(world.tenant.slug, email);
    const there = await Api.signIn({ tenant: world.tenant.slug, email, password: PASSWORD });
    const next = 'Ein ganz anderer Satz 7';
    const change = (currentPassword: string, newPassword: string) =>
      here.put('/auth/password').send({ currentPassword, newPassword });

    const { body: wrong } = await change('falsch falsch 1', next).expect(422);
    expect(wrong.errors[0].pointer).toBe('/currentPassword');
    const { body: weak } = await change(PASSWORD, 'passwortpasswort').expect(422);
    expect(weak).toMatchObject({ code: 'auth.password-weak' });
    await change(PASSWORD, next).expect(204);

    await here.get('/auth/me').expect(200);
    await there.get('/auth/me').expect(401);
    const notice = await newestMail(email, { subject: 'Passwort wurde geändert' });
    // Whoever did not do it asks for another one there.
    expect(notice.text).toContain(`/p/${world.tenant.slug}/forgot`);
    await Api.signIn({ tenant: world.tenant.slug, email, password: next });
  });

  it('is changed by a contact, who is told where to ask for another in the portal of the tenant', async () => {
    const elsewhere = await makeWorld();
    const { admin } = elsewhere;
    const contact = await addContact(elsewhere, await addCustomer(admin, 'Eigen GmbH'), 'USER');
    const { headers } = await admin.get('/staff/settings').expect(200);
    await admin
      .patch('/staff/settings')
      .set('if-match', headers.etag!)
      .send({ portalUrl: 'https://portal.example/', currentPassword: PASSWORD })
      .expect(200);
    await contact.patch('/auth/me').send({ language: 'en' }).expect(200);
    await contact
      .put('/auth/password')
      .send({ currentPassword: PASSWORD, newPassword: 'Ein ganz anderer Satz 7' })
      .expect(204);
    const { text } = await newestMail(contact.email, { subject: 'Your password has been changed' });
    expect(text).toContain('This was not you?');
    expect(text).toContain('https://portal.example/forgot');
  });

  it('is reset by mail, once, and all sessions end', async () => {
    const agent = await addAgent(world);
    const { body: me } = await agent.get('/auth/me');
    const [account] = await asSuperuser<{ email: string }>('SELECT email FROM accounts WHERE id = $1', [
      me.id,
    ]);
    const email = account?.email;
    await Api.anonymous()
      .post('/auth/password-reset-requests')
      .send({ tenant: world.tenant.slug, email })
      .expect(202);
    const token = tokenFrom(await newestMail(String(email), { subject: 'Neues Passwort' }));
    const newPassword = 'Noch ein langer Satz 9';
    const reset = (text: string) =>
      Api.anonymous().post('/auth/password-resets').send({ token: text, newPassword });

    const check = (): Test => Api.anonymous().post('/auth/password-link-checks').send({ token });
    await check().expect(204);
    await check().expect(204);
    await agent.get('/auth/me').expect(200);
    await reset(token).expect(204);
    await agent.get('/auth/me').expect(401);
    // Whoever has the link is told that it has done its work, nobody else.
    const already = { code: 'auth.password-set-already', errors: [{ pointer: '/token' }] };
    expect((await check().expect(422)).body).toMatchObject(already);
    expect((await reset(token).expect(422)).body).toMatchObject(already);
    const guessed = `${token.slice(0, -1)}${token.endsWith('A') ? 'Q' : 'A'}`;
    expect((await reset(guessed).expect(422)).body.code).toBe('auth.token-invalid');
    await Api.signIn({ tenant: world.tenant.slug, email: String(email), password: newPassword });
  });

  it('can be requested for any address, with the same answer, and mails only accounts with access', async () => {
    const request = (tenant: string, email: string) =>
      Api.anonymous().post('/auth/password-reset-requests').send({ tenant, email });
    const stranger = uniqueEmail('stranger');
    const known = await request(world.tenant.slug, world.tenant.adminEmail);
    const unknown = await request(world.tenant.slug, stranger);
    const nowhere = await request('gibt-es-nicht', stranger);
    expect(known.status).toBe(202);
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    expect([nowhere.status, nowhere.text]).toEqual([known.status, known.text]);
    await newestMail(world.tenant.adminEmail, { subject: 'Neues Passwort' });
    expect(await mailsTo(stranger)).toEqual([]);
  });

  it('cannot flood a mailbox, and only the newest link works', async () => {
    const other = await makeWorld();
    const { slug, adminEmail } = other.tenant;
    for (let i = 0; i < 6; i++) {
      await Api.anonymous()
        .post('/auth/password-reset-requests')
        .send({ tenant: slug, email: adminEmail })
        .expect(202);
    }
    await jobsDone();
    const mails = (await mailsTo(adminEmail)).filter(({ subject }) => subject.includes('Neues Passwort'));
    expect(mails.length).toBeGreaterThan(0);
    expect(mails.length).toBeLessThanOrEqual(3);
    const reset = (mail: Mail) =>
      Api.anonymous()
        .post('/auth/password-resets')
        .send({ token: tokenFrom(mail), newPassword: PASSWORD });
    for (const mail of mails.slice(1)) await reset(mail).expect(422);
    await reset(mails[0]!).expect(204);
    // Those that were replaced have set nothing, and say nothing of the one that has.
    for (const mail of mails.slice(1)) {
      expect((await reset(mail).expect(422)).body.code).toBe('auth.token-invalid');
    }
  });

  it('is never locked out by requests of others for links', async () => {
    const { tenant } = await makeWorld();
    const ask = (api = Api.anonymous()): Test =>
      api.post('/auth/password-reset-requests').send({ tenant: tenant.slug, email: tenant.adminEmail });
    const links = async (): Promise<Mail[]> => {
      await jobsDone();
      return (await mailsTo(tenant.adminEmail)).filter(({ subject }) => subject.includes('Neues Passwort'));
    };
    const expire = (): Promise<unknown> =>
      asSuperuser(
        `UPDATE one_time_tokens SET expires_at = now() - interval '1 second'
         WHERE account_id = (SELECT id FROM accounts WHERE email = $1) AND used_at IS NULL`,
        [tenant.adminEmail],
      );
    // One after the other: of several that wait, only the newest leaves.
    const askOften = async (): Promise<void> => {
      for (let i = 0; i < 5; i++) {
        await ask().expect(202);
        await jobsDone();
      }
    };
    await askOften();
    expect(await links()).toHaveLength(2);
    // As long as the last link is good, it is the one; when it has run out, there is one more, for longer.
    for (const count of [3, 4]) {
      await expire();
      await askOften();
      const mails = await links();
      expect(mails).toHaveLength(count);
      expect(mails[0]?.text).toContain('Der Link gilt 4 Stunden');
    }
    const [row] = await asSuperuser<{ hours: number }>(
      `SELECT extract(epoch FROM t.expires_at - t.created_at)::float / 3600 AS hours FROM one_time_tokens t
       JOIN accounts a ON a.id = t.account_id WHERE a.email = $1 AND t.used_at IS NULL`,
      [tenant.adminEmail],
    );
    expect(row?.hours).toBeCloseTo(4, 1);
    const [newest] = await links();
    await Api.anonymous()
      .post('/auth/password-resets')
      .send({ token: tokenFrom(newest!), newPassword: 'Elf Igel backen Brot' })
      .expect(204);
  }, 60_000);

  it('lets the owner in by mail while attackers guess', async () => {
    const { tenant } = await makeWorld();
    const login = (api: Api, password: string): Test =>
      api.post('/auth/login').send({ tenant: tenant.slug, email: tenant.adminEmail, password });
    for (let i = 0; i < 10; i++) {
      await Promise.all(Array.from({ length: 10 }, () => login(Api.anonymous(), 'Geraten 123456')));
    }
    const hotel = Api.anonymous();
    await login(hotel, PASSWORD).expect(429);
    await hotel
      .post('/auth/password-reset-requests')
      .send({ tenant: tenant.slug, email: tenant.adminEmail })
      .expect(202);
    const token = tokenFrom(await newestMail(tenant.adminEmail, { subject: 'Neues Passwort' }));
    const newPassword = 'Elf Igel backen Brot';
    await hotel.post('/auth/password-resets').send({ token, newPassword }).expect(204);
    await login(hotel, newPassword).expect(200);
    await login(Api.anonymous(), newPassword).expect(429);
  }, 60_000);

  it('has a link that expires', async () => {
    const email = uniqueEmail('late');
    await world.admin.post('/staff/users').send({ name: 'Lena Late', email, role: 'AGENT' }).expect(201);
    const token = tokenFrom(await newestMail(email));
    await asSuperuser(
      `UPDATE one_time_tokens SET expires_at = now() - interval '1 second'
       WHERE account_id = (SELECT id FROM accounts WHERE email = $1)`,
      [email],
    );
    await Api.anonymous().post('/auth/password-resets').send({ token, newPassword: PASSWORD }).expect(422);
  });

  it('can start as an initial password, which must be changed first', async () => {
    const other = await makeWorld();
    await other.admin.change('/staff/settings', { credentialsMail: 'INITIAL_PASSWORD' });
    const email = uniqueEmail('initial');
    await other.admin.post('/staff/users').send({ name: 'Ines Initial', email, role: 'AGENT' }).expect(201);
    const mail = await newestMail(email);
    const password = /[a-z2-9]{5}(?:-[a-z2-9]{5}){3}/.exec(mail.text)?.[0] ?? '';
    const api = await Api.signIn({ tenant: other.tenant.slug, email, password });

    expect((await api.get('/auth/me').expect(200)).body.passwordChangeRequired).toBe(true);
    const { body } = await api.get('/staff/users').expect(403);
    expect(body.code).toBe('auth.password-change-required');
    await api.put('/auth/password').send({ currentPassword: password, newPassword: PASSWORD }).expect(204);
    await api.get('/staff/users').expect(200);
  });
});

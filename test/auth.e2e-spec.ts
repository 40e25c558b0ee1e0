import { randomBytes, randomInt } from 'node:crypto';
import type { Test } from 'supertest';
import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { e2eEnvironment } from './support/environment';
import { type Mail, mailsTo, newestMail, tokenFrom } from './support/mailbox';
import { jobsDone } from './support/rows';
import { type Program, startProgram } from './support/stack';
import { addAgent, firstLogin, makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

describe('Logging in', () => {
  let world: World;
  let credentials: { tenant: string; email: string; password: string };

  beforeAll(async () => {
    world = await makeWorld();
    credentials = { tenant: world.tenant.slug, email: world.tenant.adminEmail, password: PASSWORD };
  });

  it('tells who is logged in', async () => {
    const { body } = await world.admin.get('/auth/me').expect(200);
    expect(body).toMatchObject({ kind: 'STAFF', role: 'ADMIN', name: world.tenant.adminName });
  });

  it('ignores the case of the address', async () => {
    await Api.anonymous()
      .post('/auth/login')
      .send({ ...credentials, email: credentials.email.toUpperCase() })
      .expect(200);
  });

  it('answers wrong password, unknown address and unknown tenant alike', async () => {
    const wrong = [
      { ...credentials, password: 'falsches Passwort 123' },
      { ...credentials, email: uniqueEmail() },
      { ...credentials, tenant: 'gibt-es-nicht' },
    ];
    const answers = await Promise.all(wrong.map((body) => Api.anonymous().post('/auth/login').send(body)));
    const seen = answers.map(({ status, body }) => ({ status, ...body, correlationId: '' }));
    expect(seen[0]).toMatchObject({ status: 401, code: 'auth.login-failed' });
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it('takes credentials from the body only', async () => {
    const { tenant, email, password } = credentials;
    const query = new URLSearchParams({ email, password }).toString();
    await Api.anonymous().post(`/auth/login?${query}`).send({ tenant }).expect(422);
  });

  it('points to each field at fault', async () => {
    const { body } = await Api.anonymous()
      .post('/auth/login')
      .send({ tenant: ['musterhaus'], email: 'kein-at', password: 'x', admin: true })
      .expect(422)
      .expect('content-type', /application\/problem\+json/);
    const pointers = body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [
      pointer,
      code,
    ]);
    expect(Object.fromEntries(pointers)).toEqual({
      '/tenant': 'type',
      '/email': 'email',
      '/admin': 'unknown-field',
    });
  });

  it('stops guessing at one account, but not its owner elsewhere', async () => {
    const guesser = Api.anonymous();
    const email = uniqueEmail();
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) {
      const { status } = await guesser.post('/auth/login').send({ ...credentials, email });
      statuses.push(status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses.slice(10)).toEqual([429, 429]);
    const { headers } = await guesser.post('/auth/login').send({ ...credentials, email });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await Api.anonymous()
      .post('/auth/login')
      .send({ ...credentials, email })
      .expect(401);
  });

  it('takes all addresses of one IPv6 network for one client', async () => {
    const email = uniqueEmail();
    const attempt = (address: string): Test =>
      Api.anonymous()
        .post('/auth/login')
        .set('x-forwarded-for', address)
        .send({ ...credentials, email });
    const group = (): string => randomInt(1, 0xffff).toString(16);
    const network = `2001:db8:${group()}:${group()}`;
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) {
      const { status } = await attempt(`${network}:${group()}:${group()}::${group()}`);
      statuses.push(status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
    await attempt(`2001:db8:${group()}:${group()}::1`).expect(401);
  });

  describe('at an instance of its own, so that nobody else is refused', () => {
    let instance: Program;

    beforeAll(async () => {
      const { databaseUrl, folder } = e2eEnvironment();
      instance = await startProgram(databaseUrl, folder, { WORKER_CONCURRENCY: '1' });
    }, 60_000);

    afterAll(() => instance.stop());

    it('refuses a flood before it costs the others their portal', async () => {
      const attempt = (body: object): Test =>
        Api.anonymous().at(instance.baseUrl).post('/auth/login').send(body);
      const attempts = Array.from({ length: 120 }, () => attempt({ ...credentials, email: uniqueEmail() }));
      const answers = await Promise.all(attempts);
      const busy = answers.filter(({ status }) => status === 429);
      expect(answers.filter(({ status }) => status !== 429 && status !== 401)).toEqual([]);
      expect(busy.length).toBeGreaterThan(0);
      expect(busy[0]).toMatchObject({ body: { code: 'auth.busy' }, headers: { 'retry-after': '1' } });
      await attempt(credentials).expect(200);
    });
  });

  it('speaks OAuth2 for Swagger UI, with the tenant as client', async () => {
    const { tenant, email, password } = credentials;
    const form = { grant_type: 'password', username: email, password };
    const { body } = await Api.anonymous()
      .post('/auth/token')
      .auth(tenant, '')
      .type('form')
      .send(form)
      .expect(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 300 });
    await Api.anonymous().withToken(body.access_token).get('/auth/me').expect(200);
    await Api.anonymous()
      .post('/auth/token')
      .type('form')
      .send({ ...form, client_id: tenant })
      .expect(200);
  });
});

describe('A session', () => {
  let world: World;

  async function login(): Promise<{ accessToken: string; refreshToken: string }> {
    const { body } = await Api.anonymous()
      .post('/auth/login')
      .send({ tenant: world.tenant.slug, email: world.tenant.adminEmail, password: PASSWORD })
      .expect(200);
    return body;
  }

  const refresh = (refreshToken: string) => Api.anonymous().post('/auth/refresh').send({ refreshToken });
  const me = (accessToken: string) => Api.anonymous().withToken(accessToken).get('/auth/me');

  beforeAll(async () => {
    world = await makeWorld();
  });

  it('is renewed with each refresh token once; a second use ends it', async () => {
    const first = await login();
    const { body: second } = await refresh(first.refreshToken).expect(200);
    await me(second.accessToken).expect(200);
    await refresh(first.refreshToken).expect(401);
    await me(second.accessToken).expect(401);
    await refresh(second.refreshToken).expect(401);
  });

  it('gives one of many parallel renewals a token', async () => {
    const { refreshToken } = await login();
    const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(refreshToken)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('ends with the logout', async () => {
    const { accessToken, refreshToken } = await login();
    await Api.anonymous().withToken(accessToken).post('/auth/logout').expect(204);
    await me(accessToken).expect(401);
    await refresh(refreshToken).expect(401);
  });

  it.each([
    ['nothing', ''],
    ['a random text', 'abc.def.ghi'],
    ['an unsigned token', `${base64({ alg: 'none', typ: 'at+jwt' })}.${base64({ sub: 'x' })}.`],
    ['another key', `${base64({ alg: 'HS256', typ: 'at+jwt' })}.${base64({ sub: 'x' })}.AAAA`],
  ])('does not take %s for an access token', async (_what, token) => {
    await me(token).expect(401);
  });

  it('does not take an altered token', async () => {
    const { accessToken } = await login();
    const [header = '', payload = '', signature = ''] = accessToken.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    await me(`${header}.${base64({ ...claims, exp: Number(claims.exp) + 3600 })}.${signature}`).expect(401);
  });

  it.each([
    ['nothing', '', 422],
    ['a letter', 'x', 401],
    ['one as long as a real one', randomBytes(64).toString('base64url'), 401],
    ['one longer than any', randomBytes(1000).toString('base64url'), 422],
  ])('does not take a made-up refresh token: %s', async (_, token, expected) => {
    expect((await refresh(token)).status).toBe(expected);
  });
});

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
    await newestMail(email, { subject: 'Passwort wurde geändert' });
    await Api.signIn({ tenant: world.tenant.slug, email, password: next });
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

    await reset(token).expect(204);
    await agent.get('/auth/me').expect(401);
    const { body } = await reset(token).expect(422);
    expect(body).toMatchObject({ code: 'auth.token-invalid', errors: [{ pointer: '/token' }] });
    await Api.signIn({ tenant: world.tenant.slug, email: String(email), password: newPassword });
  });

  it('can be asked for by anybody, with the same answer, and mails nobody who has no access', async () => {
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

  it('floods nobody’s mailbox, and only the newest link works', async () => {
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
  });

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
    const { headers } = await other.admin.get('/staff/settings').expect(200);
    await other.admin
      .patch('/staff/settings')
      .set('if-match', String(headers.etag))
      .send({ credentialsMail: 'INITIAL_PASSWORD' })
      .expect(200);
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

function base64(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

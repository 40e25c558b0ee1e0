import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

  describe('of one client', () => {
    const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
    let browser: Api;
    let first: { accessToken: string; refreshToken: string };

    const renew = (refreshToken: string, api = browser, userAgent = BROWSER): Test =>
      api.post('/auth/refresh').set('user-agent', userAgent).send({ refreshToken });
    const reuses = async (): Promise<unknown[]> =>
      (await world.admin.get('/staff/audit-entries?action=session.token-reused').expect(200)).body.items;

    beforeEach(async () => {
      browser = Api.anonymous();
      const { body } = await browser
        .post('/auth/login')
        .set('user-agent', BROWSER)
        .send({ tenant: world.tenant.slug, email: world.tenant.adminEmail, password: PASSWORD })
        .expect(200);
      first = body;
    });

    it('is renewed with one successor by windows that do it at once, and goes on', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, () => renew(first.refreshToken)));
      expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
      const successors = new Set(answers.map(({ body }) => String(body.refreshToken)));
      expect(successors.size).toBe(1);
      for (const { body } of answers) await me(String(body.accessToken)).expect(200);
      await renew([...successors][0]!).expect(200);
    });

    it('gets an answer that was lost once more, also as OAuth2', async () => {
      const { body: lost } = await renew(first.refreshToken).expect(200);
      const { body: again } = await browser
        .post('/auth/token')
        .set('user-agent', BROWSER)
        .type('form')
        .send({ grant_type: 'refresh_token', refresh_token: first.refreshToken })
        .expect(200);
      expect(again.refresh_token).toBe(lost.refreshToken);
      await renew(lost.refreshToken).expect(200);
    });

    it('still renews what it got once more after the key has been replaced', async () => {
      const { databaseUrl, folder } = e2eEnvironment();
      const before = readFileSync(join(folder, 'data', 'secret-key'), 'utf8').trim();
      const keys = `${randomBytes(32).toString('hex')},${before}`;
      const rotated = await startProgram(databaseUrl, folder, { SECRET_KEYS: keys });
      try {
        const { body: lost } = await renew(first.refreshToken).expect(200);
        const { body: again } = await renew(first.refreshToken, browser.at(rotated.baseUrl)).expect(200);
        expect(again.refreshToken).toBe(lost.refreshToken);
      } finally {
        await rotated.stop();
      }
    }, 60_000);

    it.each(['another network', 'another program', 'a program without a name'])(
      'ends where the token just used comes again from %s',
      async (client) => {
        const before = (await reuses()).length;
        const { body: second } = await renew(first.refreshToken).expect(200);
        const api = client === 'another network' ? Api.anonymous() : browser;
        const userAgent = { 'another program': 'curl/8.5.0', 'a program without a name': '' }[client];
        await renew(first.refreshToken, api, userAgent ?? BROWSER).expect(401);
        await me(String(second.accessToken)).expect(401);
        await renew(String(second.refreshToken)).expect(401);
        expect(await reuses()).toHaveLength(before + 1);
      },
    );

    it('ends where the token comes again after ten seconds, and the log tells it once', async () => {
      const before = (await reuses()).length;
      const { body: second } = await renew(first.refreshToken).expect(200);
      await asSuperuser(
        `UPDATE refresh_tokens SET used_at = used_at - interval '10 seconds' WHERE used_at > now() - interval '5 seconds'`,
      );
      for (let i = 0; i < 3; i++) await renew(first.refreshToken).expect(401);
      await me(String(second.accessToken)).expect(401);
      const entries = await reuses();
      expect(entries).toHaveLength(before + 1);
      expect(entries[0]).toMatchObject({ objectType: 'Account', actorId: null, reason: null });
    });

    it('ends where the token comes again after its successor has been used', async () => {
      const { body: second } = await renew(first.refreshToken).expect(200);
      const { body: third } = await renew(String(second.refreshToken)).expect(200);
      await renew(first.refreshToken).expect(401);
      await me(String(third.accessToken)).expect(401);
    });

    it('stays ended, whoever asks', async () => {
      const { body: second } = await renew(first.refreshToken).expect(200);
      await Api.anonymous().withToken(String(second.accessToken)).post('/auth/logout').expect(204);
      await renew(first.refreshToken).expect(401);
    });

    it('keeps no token in the database', async () => {
      const { body: second } = await renew(first.refreshToken).expect(200);
      for (const token of [first.refreshToken, String(second.refreshToken)]) {
        const secret = Buffer.from(token, 'base64url').subarray(32);
        for (const form of [secret.toString('base64url'), secret.toString('hex'), token]) {
          const found = await asSuperuser(`SELECT FROM refresh_tokens t WHERE strpos(t::text, $1) > 0`, [
            form,
          ]);
          expect(found).toEqual([]);
        }
      }
    });
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

  it('is never locked out by strangers who ask for links', async () => {
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

  it('lets the owner in by mail while strangers guess', async () => {
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

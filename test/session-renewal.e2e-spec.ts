import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Test } from 'supertest';
import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { e2eEnvironment } from './support/environment';
import { startProgram } from './support/stack';
import { makeWorld, PASSWORD, type World } from './support/world';

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

function base64(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

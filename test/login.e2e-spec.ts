import { randomInt } from 'node:crypto';
import type { Test } from 'supertest';
import { Api } from './support/api';
import { e2eEnvironment } from './support/environment';
import { type Program, startProgram } from './support/stack';
import { makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

describe('Logging in', () => {
  let world: World;
  let credentials: { tenant: string; email: string; password: string };

  beforeAll(async () => {
    world = await makeWorld();
    credentials = { tenant: world.tenant.slug, email: world.tenant.adminEmail, password: PASSWORD };
  });

  it('answers the logged-in user', async () => {
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

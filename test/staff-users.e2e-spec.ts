import { Api } from './support/api';
import { newestMail } from './support/mailbox';
import { addAgent, firstLogin, makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

describe('Mitarbeiter', () => {
  let world: World;

  beforeAll(async () => {
    world = await makeWorld();
  });

  it('lose and regain access at once', async () => {
    const agent = await addAgent(world);
    const path = `/staff/users/${agent.id}`;
    await world.admin.patch(path).set('if-match', '"1"').send({ active: false }).expect(200);
    await agent.get('/auth/me').expect(401);
    const { body: user } = await world.admin.get(path).expect(200);
    const first = await newestMail(String(user.email));
    const { body } = await world.admin.patch(path).set('if-match', '"2"').send({ active: true }).expect(200);
    expect(body.state).toBe('INVITED');
    await Api.anonymous()
      .post('/auth/login')
      .send({ tenant: world.tenant.slug, email: body.email, password: PASSWORD })
      .expect(401);
    const again = await firstLogin(world.tenant.slug, String(body.email), first);
    await again.get('/staff/users').expect(200);
  });

  it('change role on the next request', async () => {
    const agent = await addAgent(world);
    await agent.get('/staff/settings').expect(403);
    await world.admin
      .patch(`/staff/users/${agent.id}`)
      .set('if-match', '"1"')
      .send({ role: 'ADMIN', currentPassword: PASSWORD })
      .expect(200);
    await agent.get('/staff/settings').expect(200);
  });

  it('have addresses of their own, regardless of case', async () => {
    const email = uniqueEmail('doppelt');
    const create = (address: string) =>
      world.admin.post('/staff/users').send({ name: 'Doppelt', email: address, role: 'AGENT' });
    await create(email).expect(201);
    const { body } = await create(email.toUpperCase()).expect(409);
    expect(body).toMatchObject({ code: 'auth.email-taken', errors: [{ pointer: '/email' }] });
  });

  it('always include an administrator', async () => {
    const alone = await makeWorld();
    const { body } = await alone.admin.get('/staff/users').expect(200);
    const path = `/staff/users/${body.items[0].id}`;
    for (const change of [{ active: false }, { role: 'AGENT' }]) {
      const answer = await alone.admin.patch(path).set('if-match', '"1"').send(change).expect(409);
      expect(answer.body.code).toBe('staff.last-admin');
    }
    await alone.admin.get('/staff/settings').expect(200);

    // Whoever is invited may never come.
    const second = uniqueEmail('zweite');
    const { body: invited } = await alone.admin
      .post('/staff/users')
      .send({ name: 'Zweite', email: second, role: 'ADMIN', currentPassword: PASSWORD })
      .expect(201);
    for (const change of [{ active: false }, { role: 'AGENT' }]) {
      const answer = await alone.admin.patch(path).set('if-match', '"1"').send(change).expect(409);
      expect(answer.body.code).toBe('staff.last-admin');
    }

    // Two who remove each other at once do not both succeed.
    const other = await firstLogin(alone.tenant.slug, second);
    const remove = (api: Api, target: string) =>
      api.patch(target).set('if-match', '"1"').send({ active: false });
    const answers = await Promise.all([
      remove(other, path),
      remove(alone.admin, `/staff/users/${String(invited.id)}`),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const survivor = answers[0].status === 200 ? other : alone.admin;
    const { body: left } = await survivor.get('/staff/users').expect(200);
    const states = (left.items as { state: string }[]).map(({ state }) => state);
    expect(states.sort()).toEqual(['ACTIVE', 'DEACTIVATED']);
  });

  it('are created once for each Idempotency-Key', async () => {
    const create = (name: string, key: string) =>
      world.admin
        .post('/staff/users')
        .set('idempotency-key', key)
        .send({ name, email: `${key}@example.com`, role: 'AGENT' });
    const key = uniqueEmail('key').split('@')[0] ?? '';
    const first = await create('Ida', key).expect(201);
    const second = await create('Ida', key).expect(201);
    expect(second.text).toBe(first.text);
    const { body } = await create('Ina', key).expect(422);
    expect(body.code).toBe('idempotency-key.reused');
    const parallel = `${key}-parallel`;
    const answers = await Promise.all(Array.from({ length: 5 }, () => create('Ida', parallel)));
    expect(answers.filter(({ status }) => ![201, 409].includes(status))).toEqual([]);
    const { body: list } = await world.admin.get('/staff/users').expect(200);
    const named = (list.items as { email: string }[]).filter(({ email }) => email.startsWith(parallel));
    expect(named).toHaveLength(1);
  });
});

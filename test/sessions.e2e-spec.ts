import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { addAgent, makeWorld, PASSWORD, type World } from './support/world';

interface Listed {
  readonly id: string;
  readonly current: boolean;
  readonly createdAt: string;
  readonly renewedAt: string;
  readonly address: string;
  readonly userAgent: string | null;
}

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

describe('My sessions', () => {
  let world: World;
  let credentials: { tenant: string; email: string; password: string };

  async function logIn(userAgent: string): Promise<{ api: Api; refreshToken: string }> {
    const api = Api.anonymous();
    const { body } = await api.post('/auth/login').set('user-agent', userAgent).send(credentials).expect(200);
    return { api: api.withToken(body.accessToken), refreshToken: body.refreshToken };
  }

  async function sessionsOf(api: Api): Promise<Listed[]> {
    const { body } = await api.get('/auth/sessions').expect(200);
    return body.items;
  }

  const mine = async (api: Api): Promise<Listed> => (await sessionsOf(api)).find(({ current }) => current)!;

  const end = (api: Api, body: object) => api.post('/auth/session-endings').send(body);

  beforeEach(async () => {
    world = await makeWorld();
    credentials = { tenant: world.tenant.slug, email: world.tenant.adminEmail, password: PASSWORD };
  });

  it('show from where and with what I am logged in, the newest first', async () => {
    await addAgent(world);
    const { api } = await logIn(FIREFOX);
    const sessions = await sessionsOf(api);
    expect(sessions).toHaveLength(2);
    expect(sessions[0]).toMatchObject({ current: true, address: api.address, userAgent: FIREFOX });
    expect(sessions[1]).toMatchObject({ current: false, address: world.admin.address });
    const { body } = await api.get('/auth/sessions?limit=1&count=true').expect(200);
    expect(body).toMatchObject({ items: [{ current: true }], totalCount: 2 });
  });

  it('take what a program calls itself as text, cut to what can be read', async () => {
    const { api } = await logIn(`<b>\t${'x'.repeat(500)}`);
    expect((await mine(api)).userAgent).toBe(`<b>${'x'.repeat(197)}`);
    const { api: nameless } = await logIn('');
    expect((await mine(nameless)).userAgent).toBeNull();
  });

  it('tell of each renewal', async () => {
    const { api, refreshToken } = await logIn(FIREFOX);
    const before = await mine(api);
    const elsewhere = Api.anonymous();
    await elsewhere.post('/auth/refresh').set('user-agent', 'curl/8.5.0').send({ refreshToken }).expect(200);
    const after = await mine(api);
    expect(after).toMatchObject({
      id: before.id,
      createdAt: before.createdAt,
      address: elsewhere.address,
      userAgent: 'curl/8.5.0',
    });
    expect(Date.parse(after.renewedAt)).toBeGreaterThan(Date.parse(before.renewedAt));
  });

  it('leave out what can neither be used nor renewed', async () => {
    const { api } = await logIn('left alone for a week');
    const { api: finished } = await logIn('logged out');
    await finished.post('/auth/logout').expect(204);
    const { id } = await mine(api);
    await asSuperuser(`UPDATE sessions SET renewed_at = now() - interval '7 days 1 second' WHERE id = $1`, [
      id,
    ]);
    expect((await sessionsOf(world.admin)).map(({ current }) => current)).toEqual([true]);
  });

  it('end one by one, with the password', async () => {
    const { api: lost, refreshToken } = await logIn('lost telephone');
    const { api: other } = await logIn('another');
    const { id: sessionId } = await mine(lost);

    const wrong = await end(world.admin, { currentPassword: 'falsch falsch 1', sessionId }).expect(422);
    expect(wrong.body).toMatchObject({
      code: 'auth.current-password-wrong',
      errors: [{ pointer: '/currentPassword' }],
    });
    await lost.get('/auth/me').expect(200);

    await end(world.admin, { currentPassword: PASSWORD, sessionId }).expect(204);
    await lost.get('/auth/me').expect(401);
    await Api.anonymous().post('/auth/refresh').send({ refreshToken }).expect(401);
    await other.get('/auth/me').expect(200);
    await world.admin.get('/auth/me').expect(200);

    const { body } = await world.admin.get('/staff/audit-entries?action=sessions.ended').expect(200);
    expect(body.items).toMatchObject([{ actorName: world.tenant.adminName, changes: { sessionId } }]);

    const again = await end(world.admin, { currentPassword: PASSWORD, sessionId }).expect(422);
    expect(again.body).toMatchObject({
      code: 'auth.session-unknown',
      errors: [{ pointer: '/sessionId' }],
    });
  });

  it('end all at once but the one that asks', async () => {
    const others = [await logIn('first'), await logIn('second')];
    await end(world.admin, { currentPassword: PASSWORD }).expect(204);
    for (const { api } of others) await api.get('/auth/me').expect(401);
    expect((await sessionsOf(world.admin)).map(({ current }) => current)).toEqual([true]);
  });

  it('cannot be seen or ended by others', async () => {
    const agent = await addAgent(world);
    const stranger = await makeWorld();
    for (const foreign of [agent, stranger.admin]) {
      const { id: sessionId } = await mine(foreign);
      expect((await sessionsOf(world.admin)).map(({ id }) => id)).not.toContain(sessionId);
      const { body } = await end(world.admin, { currentPassword: PASSWORD, sessionId }).expect(422);
      expect(body.code).toBe('auth.session-unknown');
      await foreign.get('/auth/me').expect(200);
    }
  });

  it('of a colleague are ended by an admin, who stays logged in where they end their own', async () => {
    const agent = await addAgent(world);
    const { id } = (await agent.get('/auth/me').expect(200)).body;
    await agent.delete(`/staff/users/${id}/sessions`).expect(403);
    await world.admin.delete(`/staff/users/${id}/sessions`).expect(204);
    await agent.get('/auth/me').expect(401);
    const { body } = await world.admin.get('/staff/audit-entries?action=staff-user.logged-out').expect(200);
    expect(body.items).toMatchObject([{ actorName: world.tenant.adminName, objectId: id }]);

    const { api: elsewhere } = await logIn(FIREFOX);
    const { body: me } = await world.admin.get('/auth/me').expect(200);
    await world.admin.delete(`/staff/users/${me.id}/sessions`).expect(204);
    await elsewhere.get('/auth/me').expect(401);
    await world.admin.get('/auth/me').expect(200);
  });

  it('cannot be used to guess the password', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) {
      statuses.push((await end(world.admin, { currentPassword: `falsch ${i}` })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
    // Whose session was stolen still ends it from another one.
    const { api: owner } = await logIn(FIREFOX);
    await end(owner, { currentPassword: PASSWORD }).expect(204);
    await world.admin.get('/auth/me').expect(401);
  });
});

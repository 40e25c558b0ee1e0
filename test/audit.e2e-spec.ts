import { Api } from './support/api';
import { operationsOfDocument } from './support/operations';
import { addContact, addCustomer } from './support/population';
import { addAgent, makeWorld, PASSWORD, type World } from './support/world';

interface Entry {
  readonly action: string;
  readonly objectType: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly reason: string | null;
  readonly changes: Record<string, unknown>;
}

describe('The audit log', () => {
  let world: World;

  beforeAll(async () => {
    world = await makeWorld();
  });

  async function entries(query: string): Promise<Entry[]> {
    const { body } = await world.admin.get(`/staff/audit-entries?limit=100&${query}`).expect(200);
    return body.items as Entry[];
  }

  it('tells of logins of staff, each session once, and of nobody else’s', async () => {
    const agent = await addAgent(world);
    const contact = await addContact(world, await addCustomer(world.admin, 'Ohne Eintrag GmbH'), 'USER');
    const { body: me } = await contact.get('/auth/me').expect(200);
    const [first, ...others] = await entries(`action=session.opened&objectId=${agent.id}`);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ actorId: agent.id, actorName: 'Agnes Agent', reason: null });
    expect(await entries(`action=session.opened&objectId=${String(me.id)}`)).toEqual([]);
  });

  it('tells of the OAuth2 form of a login, too', async () => {
    const other = await makeWorld();
    await Api.anonymous()
      .post('/auth/token')
      .type('form')
      .send({
        grant_type: 'password',
        client_id: other.tenant.slug,
        username: other.tenant.adminEmail,
        password: PASSWORD,
      })
      .expect(200);
    const { body } = await other.admin.get('/staff/audit-entries?action=session.opened').expect(200);
    expect(body.items).toHaveLength(2);
  });

  it('tells of every export before the file leaves, with the reason', async () => {
    const operations = await operationsOfDocument();
    const exports = operations.filter(({ method, path }) => method === 'get' && path.endsWith('/exports'));
    expect(exports.length).toBeGreaterThanOrEqual(4);
    const agent = await addAgent(world);
    const chief = await addContact(world, await addCustomer(world.admin, 'Ausfuhr GmbH'), 'MAIN_USER');
    const isOfContacts = ({ audience }: { audience?: string }): boolean => audience === 'CONTACT';
    for (const operation of exports) {
      await (isOfContacts(operation) ? chief : agent)
        .request(
          'get',
          operation.id === 'exportStatistics' ? `${operation.path}?table=tickets` : operation.path,
        )
        .set('audit-reason', `Abgleich ${operation.id}`)
        .expect(200)
        .expect('content-type', /text\/csv/);
    }
    for (const [actorId, theirs, reasonOf] of [
      [agent.id, exports.filter((one) => !isOfContacts(one)), (id: string) => `Abgleich ${id}`],
      // The reasons of contacts are not kept.
      [chief.contactId, exports.filter(isOfContacts), () => null],
    ] as const) {
      const told = await entries(`action=table.exported&actorId=${actorId}`);
      expect(told.map(({ changes, reason }) => [changes.operation, reason]).sort()).toEqual(
        theirs.map(({ id }) => [id, reasonOf(id)]).sort(),
      );
      expect(theirs.length).toBeGreaterThanOrEqual(3);
    }
  });

  it('keeps no reason that a contact gives, of whatever length', async () => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Grundlos GmbH'), 'USER');
    const { body: me } = await contact.get('/auth/me').expect(200);
    for (const [reason, newPassword] of [
      ['Im Auftrag von Herrn Chef', 'Elf Igel backen Brot'],
      ['x'.repeat(600), PASSWORD],
    ] as const) {
      await contact
        .put('/auth/password')
        .set('audit-reason', reason)
        .send({ currentPassword: newPassword === PASSWORD ? 'Elf Igel backen Brot' : PASSWORD, newPassword })
        .expect(204);
    }
    const changed = await entries(`action=password.changed&actorId=${String(me.id)}`);
    expect(changed.map(({ reason }) => reason)).toEqual([null, null]);
  });

  it('keeps no reason of unauthenticated requests', async () => {
    const { tenant } = world;
    await Api.anonymous()
      .post('/auth/login')
      .set('audit-reason', 'Weil ich es bin')
      .send({ tenant: tenant.slug, email: tenant.adminEmail, password: PASSWORD })
      .expect(200);
    const reasons = (await entries('action=session.opened')).map(({ reason }) => reason);
    expect(new Set(reasons)).toEqual(new Set([null]));
  });

  it('is narrowed to what was changed, and to what was done; neither can be anything', async () => {
    const { items } = (await world.admin.get('/staff/audit-entries?objectType=Contact').expect(200)).body;
    expect(new Set((items as Entry[]).map(({ objectType }) => objectType))).toEqual(new Set(['Contact']));
    const both = 'objectType=Contact&action=portal-access.activated';
    const actions = (await entries(both)).map(({ action }) => action);
    expect(new Set(actions)).toEqual(new Set(['portal-access.activated']));
    expect(await entries('objectType=Ticket&action=portal-access.activated')).toEqual([]);
    for (const wrong of ['objectType=Contacts', 'action=portal-access.activate']) {
      const { body } = await world.admin.get(`/staff/audit-entries?${wrong}`).expect(422);
      expect(body.errors[0].pointer).toBe(`?${wrong.split('=')[0]}`);
    }
  });

  it('is narrowed to days of the tenant’s calendar, both included', async () => {
    const other = await makeWorld();
    const dayOf = (moment: number): string =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(moment);
    const count = async (query: string): Promise<number> => {
      const { body } = await other.admin
        .get(`/staff/audit-entries?action=session.opened&${query}`)
        .expect(200);
      return (body.items as Entry[]).length;
    };
    const { body } = await other.admin.get('/staff/audit-entries?action=session.opened').expect(200);
    const moment = Date.parse(body.items[0].occurredAt as string);
    const [before, day, after] = [-1, 0, 1].map((days) => dayOf(moment + days * 86_400_000));
    expect(await count(`from=${day}&until=${day}`)).toBe(1);
    expect(await count(`from=${after}`)).toBe(0);
    expect(await count(`until=${before}`)).toBe(0);
    await other.admin.get('/staff/audit-entries?from=2026-02-30').expect(422);
  });
});

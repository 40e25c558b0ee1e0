import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { assign, confirmRegistration, decide, newestItem, register, registrationItem } from './support/inbox';
import { mailsTo } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { addAgent, makeWorld, uniqueEmail, type World } from './support/world';

describe('The inbox', () => {
  let world: World;
  let tenantId: string;
  let agent: Api;

  beforeAll(async () => {
    world = await makeWorld();
    tenantId = (await world.admin.get('/auth/me').expect(200)).body.tenantId;
    agent = await addAgent(world);
  });

  const read = async (id: string): Promise<Record<string, unknown>> =>
    (await agent.get(`/staff/inbox-items/${id}`).expect(200)).body;
  const rejected = { decision: 'REJECTED', sendMail: false };

  it('holds a registration as it was sent, at once and unverified', async () => {
    const sent = { phone: '0221 4711', message: 'Wir sind Kunde seit 2020.\nBitte um Zugang.' };
    const item = await registrationItem(world, sent);
    expect(item).toMatchObject({
      type: 'REGISTRATION',
      state: 'NEW',
      number: null,
      summary: `Gärtnerei Blüm · Bea Blüm · ${item.email}`,
      registrant: { company: 'Gärtnerei Blüm', name: 'Bea Blüm', email: item.email },
      customer: null,
      contact: null,
      assignee: null,
      verified: false,
      outcome: null,
      sentRegistration: {
        company: 'Gärtnerei Blüm',
        firstName: 'Bea',
        lastName: 'Blüm',
        email: item.email,
        ...sent,
      },
    });
    expect(item).not.toHaveProperty('sentOrder');
    const { registrant } = item;
    expect(await newestItem(agent)).toMatchObject({ id: item.id, verified: false, registrant });
  });

  it('names who has registered, whatever dots the company has and whatever the address looks like', async () => {
    const company = 'Blüm · Söhne · Töchter';
    await register(world, { company }, `bea@blüm-söhn\u0435-${Date.now()}.example`);
    expect((await newestItem(agent, 'type=REGISTRATION')).registrant).toMatchObject({
      company,
      name: 'Bea Blüm',
      emailAscii: expect.stringContaining('@xn--'),
      warning: expect.stringContaining('Schriften'),
    });
  });

  it('shows that the address was confirmed, and what was sent again, up to a limit', async () => {
    const item = await registrationItem(world);
    await confirmRegistration(item.email);
    await jobsDone();
    expect(await read(item.id)).toMatchObject({ verified: true });
    await register(world, { company: 'Blüm & Töchter', message: 'Noch einmal!' }, item.email);
    await jobsDone();
    const { body } = await agent.get(`/staff/inbox-items/${item.id}/notes`).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        event: 'REGISTRATION_REPEATED',
        author: null,
        body: expect.stringMatching(/^Mit derselben E-Mail-Adresse.*\nBlüm & Töchter\nNoch einmal!$/s),
      }),
    ]);
    const english = await agent
      .get(`/staff/inbox-items/${item.id}/notes`)
      .set('accept-language', 'en')
      .expect(200);
    expect(english.body.items[0].body).toMatch(/^A registration was sent once more/);
    expect((await read(item.id)).sentRegistration).toMatchObject({
      company: 'Gärtnerei Blüm',
      message: null,
    });
  });

  it('cannot be changed, not even by the program', async () => {
    const { id } = await registrationItem(world);
    for (const change of [`payload = '{}'`, `summary = 'x'`, `type = 'ORDER'`, `created_at = now()`]) {
      await expect(
        asSuperuser(
          `DO $$ BEGIN
             SET LOCAL ROLE kundenportal_app;
             PERFORM set_config('app.tenant_id', '${tenantId}', true);
             UPDATE inbox_items SET ${change} WHERE id = '${id}';
           END $$`,
        ),
      ).rejects.toThrow(/permission denied/);
    }
  });

  it('does not take a registration that cannot be written down', async () => {
    const email = uniqueEmail('scheitert');
    await asSuperuser(`
      CREATE FUNCTION refuse_item() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$;
      CREATE TRIGGER refuse_item BEFORE INSERT ON inbox_items FOR EACH ROW
        WHEN (NEW.tenant_id = '${tenantId}') EXECUTE FUNCTION refuse_item()`);
    try {
      const before = await asSuperuser('SELECT FROM registrations WHERE tenant_id = $1', [tenantId]);
      await expect(register(world, {}, email)).rejects.toThrow(/expected 202/);
      const after = await asSuperuser('SELECT FROM registrations WHERE tenant_id = $1', [tenantId]);
      expect(after.length).toBe(before.length);
    } finally {
      await asSuperuser('DROP TRIGGER refuse_item ON inbox_items; DROP FUNCTION refuse_item()');
    }
    await jobsDone();
    expect(await mailsTo(email)).toEqual([]);
  });

  it('is worked off from the oldest, filtered by type, state and assignee', async () => {
    const own = await makeWorld();
    const [first, second, third] = [
      await registrationItem(own),
      await registrationItem(own),
      await registrationItem(own),
    ];
    const helper = await addAgent(own);
    await assign(helper, second.id).expect(200);
    await decide(helper, third.id, rejected).expect(200);
    const ids = async (query: string): Promise<string[]> =>
      (await helper.get(`/staff/inbox-items?${query}`).expect(200)).body.items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids('')).toEqual([first.id, second.id]);
    expect(await ids('sort=-createdAt')).toEqual([second.id, first.id]);
    expect(await ids('state=REJECTED,DONE')).toEqual([third.id]);
    expect(await ids('state=NEW')).toEqual([first.id]);
    expect(await ids('assigneeId=me')).toEqual([second.id]);
    expect(await ids(`assigneeId=${helper.id}`)).toEqual([second.id]);
    expect(await ids('assigneeId=none')).toEqual([first.id]);
    expect(await ids('type=ORDER,QUOTE_REQUEST')).toEqual([]);
    expect(await ids('type=REGISTRATION&limit=1')).toEqual([first.id]);
    await helper.get('/staff/inbox-items?assigneeId=somebody').expect(422);
    await helper.get('/staff/inbox-items?state=LOST').expect(422);
    const { body: page } = await helper.get('/staff/inbox-items?limit=1&count=true').expect(200);
    expect(page.totalCount).toBe(2);
    expect(await ids(`limit=1&cursor=${page.nextCursor}`)).toEqual([second.id]);
    const { body: counts } = await helper.get('/staff/inbox-counts').expect(200);
    expect(counts).toEqual({
      byType: [
        { type: 'ORDER', new: 0, inProgress: 0, done: 0, rejected: 0 },
        { type: 'QUOTE_REQUEST', new: 0, inProgress: 0, done: 0, rejected: 0 },
        { type: 'REGISTRATION', new: 1, inProgress: 1, done: 0, rejected: 1 },
      ],
      open: 2,
      mine: 1,
      unassigned: 1,
      oldestCreatedAt: first.createdAt,
    });
  });

  it('is closed to contacts and to other tenants', async () => {
    const { id } = await registrationItem(world);
    const foreign = await makeWorld();
    await foreign.admin.get(`/staff/inbox-items/${id}`).expect(404);
    await assign(foreign.admin, id).expect(404);
    await decide(foreign.admin, id, rejected).expect(404);
    const contact = await addContact(world, await addCustomer(world.admin, 'Neugier AG'), 'MAIN_USER');
    await contact.get('/staff/inbox-items').expect(403);
  });
});

import type { Api } from './support/api';
import { addContact, addCustomer } from './support/population';
import { addAgent, makeWorld, type World } from './support/world';

describe('Who I am', () => {
  let world: World;
  let customerId: string;
  let mainUser: Awaited<ReturnType<typeof addContact>>;
  let user: Awaited<ReturnType<typeof addContact>>;

  beforeAll(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Erste GmbH');
    mainUser = await addContact(world, customerId, 'MAIN_USER');
    user = await addContact(world, customerId, 'USER');
  });

  const me = async (api: Api): Promise<Record<string, unknown>> =>
    (await api.get('/auth/me').expect(200)).body;

  it('names the person, the tenant and the company', async () => {
    const { body: customer } = await world.admin.get(`/staff/customers/${customerId}`).expect(200);
    expect(await me(user)).toMatchObject({
      id: user.contactId,
      email: user.email,
      language: 'de',
      kind: 'CONTACT',
      customerId,
      tenant: { slug: world.tenant.slug, name: world.tenant.name },
      companies: [{ id: customerId, name: 'Erste GmbH', number: customer.number }],
      ticketMails: true,
    });
    const admin = await me(world.admin);
    expect(admin).toMatchObject({
      kind: 'STAFF',
      companies: [],
      shops: { onlineShop: null, printerShop: null },
      email: world.tenant.adminEmail,
    });
    expect(admin).not.toHaveProperty('ticketMails');
  });

  it('says what a page may offer: by role, and by what the tenant has switched on', async () => {
    const agent = await addAgent(world);
    expect((await me(user)).capabilities).toEqual(['CLOSE_TICKETS', 'ANSWER_OFFERS']);
    expect((await me(mainUser)).capabilities).toEqual([
      'TICKETS_OF_COMPANY',
      'ORDERS_OF_COMPANY',
      'CLOSE_TICKETS',
      'ANSWER_OFFERS',
      'EXPORT',
    ]);
    expect((await me(agent)).capabilities).toEqual(['CLOSE_TICKETS']);
    expect((await me(world.admin)).capabilities).toEqual(['ADMINISTRATION', 'CLOSE_TICKETS']);

    await world.admin.change('/staff/settings', {
      contactsMayCloseTickets: false,
      onlineShop: { enabled: true, showPrices: true },
      printerShop: { enabled: true, showPrices: false },
    });
    const changed = await me(user);
    expect(changed.capabilities).toEqual(['ANSWER_OFFERS', 'ORDER', 'ONLINE_SHOP', 'PRINTER_SHOP']);
    expect(changed.shops).toEqual({
      onlineShop: { open: true, mode: 'ORDER', pricesVisible: true },
      printerShop: { open: true, mode: 'QUOTE_REQUEST', pricesVisible: false },
    });
  });

  it('lets me choose my language and whether I get mails about tickets', async () => {
    const { body } = await user.patch('/auth/me').send({ language: 'en', ticketMails: false }).expect(200);
    expect(body).toMatchObject({ language: 'en', ticketMails: false });
    expect(await me(user)).toEqual(body);
    const { body: contact } = await world.admin.get(`/staff/contacts/${user.contactId}`).expect(200);
    expect(contact).toMatchObject({ language: 'en', ticketMails: false });
    // What is not sent stays.
    await user.patch('/auth/me').send({}).expect(200);
    expect(await me(user)).toMatchObject({ language: 'en', ticketMails: false });
    expect(await me(mainUser)).toMatchObject({ language: 'de', ticketMails: true });

    await world.admin.patch('/auth/me').send({ language: 'en' }).expect(200);
    expect(await me(world.admin)).toMatchObject({ language: 'en' });
  });

  it('lets staff choose which mails about their work they get, and when', async () => {
    const agent = await addAgent(world);
    const all = { unassignedTickets: 'AT_ONCE', myTickets: 'AT_ONCE', inbox: 'AT_ONCE' };
    expect(await me(agent)).toMatchObject({ workMails: all });
    const wanted = { unassignedTickets: 'DAILY', inbox: 'NEVER' };
    const { body } = await agent.patch('/auth/me').send({ workMails: wanted }).expect(200);
    expect(body.workMails).toEqual({ ...all, ...wanted });
    expect((await me(world.admin)).workMails).toEqual(all);
    await agent
      .patch('/auth/me')
      .send({ workMails: { inbox: 'SOMETIMES' } })
      .expect(422);
    expect((await me(agent)).workMails).toEqual(body.workMails);
    const { body: audited } = await world.admin
      .get(`/staff/audit-entries?objectId=${String(body.id)}&action=staff-user.changed`)
      .expect(200);
    expect(audited.items[0].changes).toEqual({
      workMails: { UNASSIGNED_TICKETS: 'DAILY', INBOX: 'NEVER' },
    });
  });

  it('takes nothing else, and of staff no choice about ticket mails', async () => {
    const refused = await world.admin.patch('/auth/me').send({ ticketMails: false }).expect(422);
    expect(refused.body).toMatchObject({
      code: 'me.no-ticket-mails',
      errors: [{ pointer: '/ticketMails' }],
    });
    const noStaff = await user
      .patch('/auth/me')
      .send({ workMails: { inbox: 'DAILY' } })
      .expect(422);
    expect(noStaff.body).toMatchObject({ code: 'me.no-work-mails', errors: [{ pointer: '/workMails' }] });
    expect(await me(user)).not.toHaveProperty('workMails');
    for (const wrong of [{ language: 'fr' }, { role: 'MAIN_USER' }, { email: 'x@example.com' }]) {
      await user.patch('/auth/me').send(wrong).expect(422);
    }
  });
});

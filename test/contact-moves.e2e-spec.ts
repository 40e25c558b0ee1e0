import type { Response } from 'supertest';
import { Api } from './support/api';
import { decide, newestItem } from './support/inbox';
import { mailsTo } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { offerArticle, putIntoCart, setShops, submitCart } from './support/shops';
import { addAgent, makeWorld, PASSWORD, type World } from './support/world';

describe('A contact who goes to another customer', () => {
  let world: World;
  let before: string;
  let after: string;
  let contact: Awaited<ReturnType<typeof addContact>>;
  let colleague: Awaited<ReturnType<typeof addContact>>;

  beforeEach(async () => {
    world = await makeWorld();
    before = await addCustomer(world.admin, 'Vorher GmbH');
    after = await addCustomer(world.admin, 'Nachher GmbH');
    contact = await addContact(world, before, 'MAIN_USER', 'Wechsel');
    colleague = await addContact(world, before, 'USER', 'Bleibt');
  });

  const read = async (path: string): Promise<Response['body']> =>
    (await world.admin.get(path).expect(200)).body;
  const place = (): string => `/staff/contacts/${contact.contactId}`;
  const move = async (body: object, status = 200, staff: Api = world.admin): Promise<Response> => {
    const { version } = await read(place());
    return staff
      .put(`${place()}/customer`)
      .set('if-match', `"${String(version)}"`)
      .send(body)
      .expect(status);
  };
  const ticketOf = async (person: Api, subject: string): Promise<string> =>
    (await person.post('/portal/tickets').send({ subject, description: 'x' }).expect(201)).body.id;

  it('leaves everything at the old one and sees none of it, and comes in with the password as before', async () => {
    const [own, watched] = [await ticketOf(contact, 'Eigenes'), await ticketOf(colleague, 'Fremdes')];
    await world.admin.put(`/staff/tickets/${watched}/watchers/${contact.contactId}`).expect(204);
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    const article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 9_900 });
    await putIntoCart(contact, 'online-shop', article, 2);
    const { body: order } = await submitCart(contact, 'online-shop');
    await putIntoCart(contact, 'online-shop', article, 1);

    // What was to be said to them until now has been said.
    await jobsDone();
    const { body, headers } = await move({ customerId: after });
    expect(headers.etag).toBe(`"${String(body.version)}"`);
    expect(body).toMatchObject({ id: contact.contactId, customerId: after });
    await contact.get('/auth/me').expect(401);
    expect((await read(`/staff/customers/${after}/contacts`)).items).toMatchObject([
      { lastName: 'Wechsel', portalAccess: { state: 'ACTIVE', role: 'USER' } },
    ]);
    const { tenant } = world;
    const there = await Api.signIn({ tenant: tenant.slug, email: contact.email, password: PASSWORD });
    const me = (await there.get('/auth/me').expect(200)).body;
    expect(me.companies).toMatchObject([{ id: after, name: 'Nachher GmbH' }]);
    const mails = (await mailsTo(contact.email)).length;
    for (const id of [own, watched]) {
      await world.admin
        .post(`/staff/tickets/${id}/comments`)
        .send({ body: 'Wir schauen.', visibility: 'PUBLIC' })
        .expect(201);
      await there.get(`/portal/tickets/${id}`).expect(404);
    }
    await jobsDone();
    expect(await mailsTo(contact.email)).toHaveLength(mails);
    expect((await there.get('/portal/tickets?status=NEW,IN_PROGRESS').expect(200)).body.items).toEqual([]);
    expect((await there.get('/portal/overview').expect(200)).body).toMatchObject({
      running: 0,
      unread: 0,
      openOrders: 0,
      carts: { onlineShop: { lines: 0 } },
    });
    await there.get(`/portal/orders/${String(order.id)}`).expect(404);
    expect(await read(`/staff/tickets/${own}`)).toMatchObject({ customer: { id: before } });
    expect(await read(`/staff/orders/${String(order.id)}`)).toMatchObject({ customer: { id: before } });
    expect((await read(`/staff/tickets/${watched}/watchers`)).items).toEqual([]);
    expect((await read(`/staff/audit-entries?objectId=${contact.contactId}`)).items[0]).toMatchObject({
      action: 'contact.moved',
      changes: { from: before, customerId: after, role: 'USER' },
    });
  });

  it('leaves tickets of which main users hear from now on, as nobody else would', async () => {
    const own = await ticketOf(contact, 'Eigenes');
    const chief = await addContact(world, before, 'MAIN_USER', 'Chefin');
    const answer = async (body: string): Promise<number> => {
      await world.admin
        .post(`/staff/tickets/${own}/comments`)
        .send({ body, visibility: 'PUBLIC' })
        .expect(201);
      await jobsDone();
      return (await mailsTo(chief.email)).length;
    };
    const mails = await answer('Wir schauen.');
    await move({ customerId: after });
    expect(await answer('Erledigt.')).toBe(mails + 1);
  });

  it('leaves orders and tickets that wait to main users', async () => {
    const chief = await addContact(world, before, 'MAIN_USER', 'Chefin');
    const waiting = async (): Promise<number> =>
      (await chief.get('/portal/overview').expect(200)).body.waitingForMe;
    const ticket = await ticketOf(contact, 'Welcher Drucker?');
    const { version } = await read(`/staff/tickets/${ticket}`);
    await world.admin
      .patch(`/staff/tickets/${ticket}`)
      .set('if-match', `"${String(version)}"`)
      .send({ status: 'WAITING_FOR_CUSTOMER' })
      .expect(200);
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    await putIntoCart(
      contact,
      'online-shop',
      await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 9_900 }),
      1,
    );
    await submitCart(contact, 'online-shop');
    await jobsDone();
    expect(await waiting()).toBe(0);

    await move({ customerId: after });
    await jobsDone();
    const heard = (await mailsTo(chief.email)).length;
    await decide(world.admin, (await newestItem(world.admin, 'type=ORDER')).id, {
      decision: 'ACCEPTED',
    }).expect(200);
    await jobsDone();
    expect(await waiting()).toBe(1);
    expect(await mailsTo(chief.email)).toHaveLength(heard + 1);
  });

  it('watches no ticket there into which theirs is merged', async () => {
    const [own, other] = [await ticketOf(contact, 'Eigenes'), await ticketOf(colleague, 'Fremdes')];
    await move({ customerId: after });
    const [first, second] = [await read(`/staff/tickets/${other}`), await read(`/staff/tickets/${own}`)];
    await world.admin
      .put(`/staff/tickets/${other}/merged/${own}`)
      .set('if-match', `"${String(first.version)}"`)
      .send({ version: second.version })
      .expect(200);
    expect((await read(`/staff/tickets/${other}/watchers`)).items).toEqual([]);
  });

  it('gets another role only where staff say so, and access again from a customer in the archive', async () => {
    const { version } = await read(`/staff/customers/${before}`);
    await world.admin
      .put(`/staff/customers/${before}/archival`)
      .set('if-match', `"${String(version)}"`)
      .expect(200);
    await move({ customerId: after, role: 'MAIN_USER' });
    const login = { tenant: world.tenant.slug, email: contact.email, password: PASSWORD };
    const me = (await (await Api.signIn(login)).get('/auth/me').expect(200)).body;
    expect(me.capabilities).toContain('TICKETS_OF_COMPANY');
    expect((await move({ customerId: before }, 409)).body.code).toBe('customer.archived');
  });

  it('goes to no customer of another tenant, and once where two send it at once', async () => {
    const stranger = await makeWorld();
    const foreign = await addCustomer(stranger.admin, 'Fremd GmbH');
    const { body } = await move({ customerId: foreign }, 422);
    expect(body).toMatchObject({ code: 'contact.customer-unknown', errors: [{ pointer: '/customerId' }] });
    await move({ customerId: after }, 404, stranger.admin);
    const { version } = await read(place());
    const sent = [1, 2].map(() =>
      world.admin
        .put(`${place()}/customer`)
        .set('if-match', `"${String(version)}"`)
        .send({ customerId: after }),
    );
    expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([200, 412]);
    const third = await addCustomer(world.admin, 'Dritte GmbH');
    await move({ customerId: third }, 200, await addAgent(world));
  });
});

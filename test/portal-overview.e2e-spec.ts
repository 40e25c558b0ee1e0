import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { addContact, addCustomer } from './support/population';
import {
  addPrinterWithToner,
  decideOrder,
  offerArticle,
  putIntoCart,
  setShops,
  submitCart,
} from './support/shops';
import { addAgent, makeWorld, type World } from './support/world';

type Contact = Awaited<ReturnType<typeof addContact>>;

interface Listed {
  readonly id: string;
  readonly unread: boolean;
  readonly attachmentCount: number;
  readonly lastComment: { readonly at: string; readonly authorKind: string } | null;
}

describe('What waits for a contact', () => {
  let world: World;
  let agent: Api & { id: string };
  let customerId: string;
  let mainUser: Contact;
  let user: Contact;

  beforeEach(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    customerId = await addCustomer(world.admin, 'Erste GmbH');
    mainUser = await addContact(world, customerId, 'MAIN_USER', 'Haupt');
    user = await addContact(world, customerId, 'USER', 'Nutzer');
  });

  async function ticketOf(api: Api, subject = 'Drucker streikt'): Promise<string> {
    const ticket = { subject, description: 'Er druckt nicht.' };
    return String((await api.post('/portal/tickets').send(ticket).expect(201)).body.id);
  }

  const reply = (id: string, visibility: 'PUBLIC' | 'INTERNAL' = 'PUBLIC') =>
    agent.post(`/staff/tickets/${id}/comments`).send({ body: 'Gern.', visibility }).expect(201);

  async function waitFor(id: string): Promise<void> {
    const { headers } = await agent.get(`/staff/tickets/${id}`).expect(200);
    const path = `/staff/tickets/${id}`;
    const changes = { status: 'WAITING_FOR_CUSTOMER' };
    await agent.patch(path).set('if-match', String(headers.etag)).send(changes).expect(200);
  }

  async function overviewOf(api: Api): Promise<Record<string, unknown>> {
    return (await api.get('/portal/overview').expect(200)).body;
  }

  async function listed(api: Api, query = ''): Promise<Listed[]> {
    return (await api.get(`/portal/tickets?sort=createdAt&${query}`).expect(200)).body.items;
  }

  it('is nothing at the beginning, and says nothing of shops that are closed', async () => {
    expect(await overviewOf(user)).toEqual({
      waitingForMe: 0,
      running: 0,
      unread: 0,
      offersToAnswer: [],
      carts: { onlineShop: null, printerShop: null },
      openOrders: 0,
      uploads: { maxBytes: 25 * 1024 * 1024, maxPerTicket: 50, maxPerMessage: 20 },
    });
  });

  it('are tickets that wait for an answer, and what is running', async () => {
    const own = await ticketOf(user);
    await ticketOf(user);
    await ticketOf(mainUser);
    await waitFor(own);
    const { body: company } = await agent
      .post('/staff/tickets')
      .send({ customerId, subject: 'Wartung', description: 'Wann passt es Ihnen?' })
      .expect(201);
    await waitFor(company.id);
    expect(await overviewOf(user)).toMatchObject({ waitingForMe: 1, running: 2 });
    // The company's own ticket waits for whoever leads it; a colleague's waits for the colleague.
    expect(await overviewOf(mainUser)).toMatchObject({ waitingForMe: 1, running: 4 });
    const stranger = await addContact(world, await addCustomer(world.admin, 'Andere AG'), 'MAIN_USER');
    expect(await overviewOf(stranger)).toMatchObject({ waitingForMe: 0, running: 0, unread: 0 });
  });

  it('is what others did on my tickets since I read them', async () => {
    const id = await ticketOf(user);
    const unreadOf = async (api: Api): Promise<[boolean | undefined, unknown]> => [
      (await listed(api)).find((ticket) => ticket.id === id)?.unread,
      (await overviewOf(api)).unread,
    ];
    expect(await unreadOf(user)).toEqual([false, 0]);
    await reply(id, 'INTERNAL');
    expect(await unreadOf(user)).toEqual([false, 0]);
    await reply(id);
    await reply(id);
    expect(await unreadOf(user)).toEqual([true, 1]);
    // A main user looks at it as well: it is not theirs, and stays unread to whom it belongs.
    expect(await unreadOf(mainUser)).toEqual([false, 0]);
    await mainUser.get(`/portal/tickets/${id}`).expect(200);
    expect(await unreadOf(user)).toEqual([true, 1]);
    await user.get(`/portal/tickets/${id}`).expect(200);
    expect(await unreadOf(user)).toEqual([false, 0]);

    await mainUser.post(`/portal/tickets/${id}/comments`).send({ body: 'Eilt.' }).expect(201);
    expect(await unreadOf(user)).toEqual([true, 1]);
    await user.get(`/portal/tickets/${id}`).expect(200);
    await user.post(`/portal/tickets/${id}/comments`).send({ body: 'Danke.' }).expect(201);
    expect(await unreadOf(user)).toEqual([false, 0]);
    await waitFor(id);
    expect(await unreadOf(user)).toEqual([true, 1]);
  });

  it('is a ticket that staff recorded for me', async () => {
    const recorded = { contactId: user.contactId, subject: 'Telefonat', description: 'Wie besprochen.' };
    await agent.post('/staff/tickets').send(recorded).expect(201);
    expect(await overviewOf(user)).toMatchObject({ running: 1, unread: 1 });
  });

  it('stays unread what happens while I read', async () => {
    const id = await ticketOf(user);
    await reply(id);
    await asSuperuser(
      `UPDATE unread_tickets SET activity_at = activity_at + interval '1 second' WHERE ticket_id = $1`,
      [id],
    );
    await user.get(`/portal/tickets/${id}`).expect(200);
    expect(await overviewOf(user)).toMatchObject({ unread: 1 });
  });

  it('shows in the list the last author, and the number of files', async () => {
    const id = await ticketOf(user);
    expect(await listed(user)).toMatchObject([{ id, attachmentCount: 0, lastComment: null }]);
    const attach = (api: Api, path: string, visibility?: string) => {
      const call = api.post(path).attach('file', Buffer.from('x'), 'x.txt');
      return (visibility ? call.field('visibility', visibility) : call).expect(201);
    };
    await attach(user, `/portal/tickets/${id}/attachments`);
    await attach(agent, `/staff/tickets/${id}/attachments`, 'INTERNAL');
    await user.post(`/portal/tickets/${id}/comments`).send({ body: 'Eilt.' }).expect(201);
    expect(await listed(user)).toMatchObject([
      { attachmentCount: 1, lastComment: { authorKind: 'CONTACT' } },
    ]);
    const { body } = await reply(id);
    await reply(id, 'INTERNAL');
    expect(await listed(user)).toMatchObject([
      { attachmentCount: 1, lastComment: { authorKind: 'STAFF', at: body.createdAt } },
    ]);
  });

  it('can be narrowed to a colleague and to days', async () => {
    const [own, colleagues] = [await ticketOf(mainUser), await ticketOf(user)];
    const idsOf = async (api: Api, query: string): Promise<string[]> =>
      (await listed(api, query)).map(({ id }) => id);
    expect(await idsOf(mainUser, `contactId=${user.contactId}`)).toEqual([colleagues]);
    // A user sees no colleague's tickets, and not the own ones in their place.
    expect(await idsOf(user, `contactId=${mainUser.contactId}`)).toEqual([]);
    // In Berlin it is the next day already.
    await asSuperuser(`UPDATE tickets SET created_at = '2026-03-31T22:30:00Z' WHERE id = $1`, [own]);
    expect(await idsOf(mainUser, 'createdFrom=2026-04-01&createdUntil=2026-04-01')).toEqual([own]);
    expect(await idsOf(mainUser, 'createdUntil=2026-03-31')).toEqual([]);
    expect(await idsOf(mainUser, 'createdFrom=2026-04-02')).toEqual([colleagues]);
    for (const none of ['2026-02-30', '2026-W10-1', '2026-04-01T00:00:00Z', '1.4.2026']) {
      await mainUser.get(`/portal/tickets?createdFrom=${none}`).expect(422);
    }
  });

  it('are offers that can still be accepted, and what lies in the carts', async () => {
    await setShops(world.admin, {
      onlineShop: { enabled: true, showPrices: false },
      printerShop: { enabled: true, showPrices: false },
    });
    const article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 25_000 });
    const { printerId, tonerId } = await addPrinterWithToner(world.admin, customerId, 'Empfang');
    const offers: { orderId: string; number: string; validUntil: string }[] = [];
    for (const validUntil of ['2099-12-31', '2098-12-31', '2097-12-31']) {
      await putIntoCart(user, 'online-shop', article, 3);
      const { body } = await submitCart(user, 'online-shop');
      const { body: order } = await world.admin.get(`/staff/orders/${body.id}`).expect(200);
      const lines = [{ lineId: order.lines[0].id, netPriceCents: 100 }];
      await decideOrder(world.admin, order.number, { decision: 'OFFER_MADE', validUntil, lines });
      offers.unshift({ orderId: order.id, number: order.number, validUntil });
    }
    // One of them has run out.
    await asSuperuser(`UPDATE orders SET offer_valid_until = '2020-01-01' WHERE id = $1`, [
      offers[0]?.orderId,
    ]);
    await putIntoCart(user, 'online-shop', article, 4);
    await putIntoCart(user, 'printer-shop', `${printerId}/${tonerId}`, 2);
    const expected = { offersToAnswer: offers.slice(1), openOrders: 3 };
    expect(await overviewOf(user)).toMatchObject({
      ...expected,
      carts: { onlineShop: { lines: 1, quantity: 4 }, printerShop: { lines: 1, quantity: 2 } },
    });
    // Orders are the company's, a cart is a person's.
    expect(await overviewOf(mainUser)).toMatchObject({
      ...expected,
      carts: { onlineShop: { lines: 0, quantity: 0 }, printerShop: { lines: 0, quantity: 0 } },
    });
    await setShops(world.admin, { onlineShop: { enabled: false } });
    expect(await overviewOf(user)).toMatchObject({
      ...expected,
      carts: { onlineShop: null, printerShop: { lines: 1, quantity: 2 } },
    });
  });

  it('tells everybody of their colleagues, who are names and no more', async () => {
    await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ firstName: 'Olaf', lastName: 'Ohnezugang', email: 'olaf@example.com', notes: 'geheim' })
      .expect(201);
    const { body } = await mainUser.get('/portal/colleagues?count=true').expect(200);
    expect(body).toEqual({
      items: [
        { id: mainUser.contactId, name: 'Kim Haupt', hasAccess: true },
        { id: user.contactId, name: 'Kim Nutzer', hasAccess: true },
        { id: expect.any(String), name: 'Olaf Ohnezugang', hasAccess: false },
      ],
      totalCount: 3,
    });
    expect((await user.get('/portal/colleagues').expect(200)).body.items).toEqual(body.items);
    const found = await user.get('/portal/colleagues?search=ohne%20OLAF&count=true').expect(200);
    expect(found.body).toEqual({ items: [body.items[2]], totalCount: 1 });
    expect((await user.get('/portal/colleagues?search=Fremd').expect(200)).body.items).toEqual([]);
    const [, , olaf] = body.items;
    expect((await user.get(`/portal/colleagues/${olaf.id}`).expect(200)).body).toEqual(olaf);
    const stranger = await addContact(world, await addCustomer(world.admin, 'Fremde AG'), 'MAIN_USER');
    await stranger.get(`/portal/colleagues/${olaf.id}`).expect(404);
  });
});

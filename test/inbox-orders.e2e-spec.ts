import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { EventStream } from './support/event-stream';
import { decide, type InboxItem, newestItem, statusesOf } from './support/inbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import {
  addPrinterWithToner,
  answerOffer,
  offerArticle,
  putIntoCart,
  setShops,
  submitCart,
} from './support/shops';
import { addAgent, makeWorld, type World } from './support/world';

interface Line {
  readonly lineId: string;
}

describe('Orders and quote requests in the inbox', () => {
  const LIST_PRICE = 4_321_987;
  let world: World;
  let agent: Api & { id: string };
  let colleague: Api & { id: string };
  let customerId: string;
  let contact: Awaited<ReturnType<typeof addContact>>;
  let mouse: string;

  beforeAll(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    colleague = await addAgent(world);
    customerId = await addCustomer(world.admin, 'Einkauf GmbH');
    contact = await addContact(world, customerId, 'USER');
    mouse = await offerArticle(world.admin, { name: 'Maus', netPriceCents: LIST_PRICE });
  });

  const prices = (showPrices: boolean): Promise<void> =>
    setShops(world.admin, {
      onlineShop: { enabled: true, showPrices },
      printerShop: { enabled: true, showPrices },
    });

  /** Submits a cart; answers with its item as staff read it. */
  async function submitted(
    showPrices: boolean,
    besides: object = {},
    by: Api = contact,
  ): Promise<InboxItem & { orderId: string; sentOrder: { number: string; lines: Line[] } }> {
    await prices(showPrices);
    await putIntoCart(by, 'online-shop', mouse, 2);
    const { body: order } = await submitCart(by, 'online-shop', besides);
    const { id } = await newestItem(agent, `number=${String(order.number)}`);
    return (await agent.get(`/staff/inbox-items/${id}`).expect(200)).body;
  }

  const orderOf = async (id: string): Promise<Record<string, unknown>> =>
    (await contact.get(`/portal/orders/${id}`).expect(200)).body;
  const offerFor = ({ sentOrder }: { sentOrder: { lines: Line[] } }, netPriceCents = 3_000) => ({
    decision: 'OFFER_MADE',
    validUntil: '2099-12-31',
    lines: sentOrder.lines.map(({ lineId }) => ({ lineId, netPriceCents })),
  });

  it('holds an order as it was submitted, with its prices', async () => {
    const deliveryAddress = { street: 'Hauptstraße 12', postalCode: '50667', city: 'Köln', country: 'DE' };
    const besides = { reference: 'PO-4711', costCentre: 'K12', note: 'Bitte klingeln.', deliveryAddress };
    const item = await submitted(true, besides);
    expect(item).toMatchObject({
      type: 'ORDER',
      state: 'NEW',
      number: expect.stringMatching(/^B-\d{4}-\d{6}$/),
      summary: '2 × Maus',
      customer: { id: customerId, name: 'Einkauf GmbH' },
      contact: { id: contact.contactId },
      sentOrder: {
        number: item.number,
        shop: 'ONLINE_SHOP',
        ...besides,
        currency: 'EUR',
        totalNetCents: 2 * LIST_PRICE,
        lines: [{ articleId: mouse, name: 'Maus', quantity: 2, netPriceCents: LIST_PRICE, printer: null }],
      },
      order: { id: item.orderId, status: 'RECEIVED' },
    });
    expect(item).not.toHaveProperty('verified');
    expect((await newestItem(agent, 'type=ORDER')).id).toBe(item.id);
  });

  it('holds a quote request without a price, and staff see the list price beside it', async () => {
    const item = await submitted(false);
    expect(item).toMatchObject({ type: 'QUOTE_REQUEST', number: expect.stringMatching(/^A-/) });
    expect(JSON.stringify(item.sentOrder)).not.toMatch(/Cents/);
    expect(item).toMatchObject({ order: { lines: [{ listPriceCents: LIST_PRICE }] } });
    const [row] = await asSuperuser<{ payload: object }>('SELECT payload FROM inbox_items WHERE id = $1', [
      item.id,
    ]);
    expect(JSON.stringify(row)).not.toContain(String(LIST_PRICE));
  });

  it('names the printer of each line', async () => {
    await prices(true);
    const { printerId, tonerId } = await addPrinterWithToner(world.admin, customerId, 'Drucker Empfang');
    await putIntoCart(contact, 'printer-shop', `${printerId}/${tonerId}`, 3);
    const { body: order } = await submitCart(contact, 'printer-shop');
    const { id, summary } = await newestItem(agent, `number=${String(order.number)}`);
    expect(summary).toBe('3 × Toner für Drucker Empfang (Drucker Empfang)');
    const { body } = await agent.get(`/staff/inbox-items/${id}`).expect(200);
    expect(body.sentOrder).toMatchObject({
      shop: 'PRINTER_SHOP',
      lines: [{ printer: { id: printerId, name: 'Drucker Empfang', serialNumber: 'SN-Drucker Empfang' } }],
    });
  });

  it('keeps what was sent, whatever becomes of the order', async () => {
    const item = await submitted(false);
    await decide(agent, item.id, offerFor(item)).expect(200);
    const { body } = await agent.get(`/staff/inbox-items/${item.id}`).expect(200);
    expect(body.sentOrder).toEqual(item.sentOrder);
  });

  it('does not take an order that cannot be written down', async () => {
    await prices(true);
    await putIntoCart(contact, 'online-shop', mouse, 1);
    const { body: me } = await world.admin.get('/auth/me').expect(200);
    await asSuperuser(`
      CREATE FUNCTION refuse_order_item() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$;
      CREATE TRIGGER refuse_order_item BEFORE INSERT ON inbox_items FOR EACH ROW
        WHEN (NEW.tenant_id = '${me.tenantId}') EXECUTE FUNCTION refuse_order_item()`);
    const count = async (): Promise<number> =>
      (await contact.get('/portal/orders?count=true').expect(200)).body.totalCount;
    const before = await count();
    try {
      await expect(submitCart(contact, 'online-shop')).rejects.toThrow(/expected 201/);
    } finally {
      await asSuperuser('DROP TRIGGER refuse_order_item ON inbox_items; DROP FUNCTION refuse_order_item()');
    }
    expect(await count()).toBe(before);
    await submitCart(contact, 'online-shop');
    expect(await count()).toBe(before + 1);
  });

  it.each([
    ['ACCEPTED', 'DONE', 'Wir liefern am Donnerstag.'],
    ['REJECTED', 'REJECTED', 'Leider nicht mehr lieferbar.'],
  ])('decides an order: %s', async (decision, state, message) => {
    const item = await submitted(true);
    const { body } = await decide(agent, item.id, { decision, message }).expect(200);
    expect(body).toMatchObject({
      state,
      assignee: { id: agent.id },
      outcome: { decision, message, decidedBy: { id: agent.id } },
      order: { status: decision },
    });
    expect(await orderOf(item.orderId)).toMatchObject({ status: decision, message });
    expect((await decide(agent, item.id, { decision }).expect(409)).body.code).toBe('inbox.decided');
  });

  it('makes an offer; what is accepted comes back as an order of its own', async () => {
    const item = await submitted(false, { reference: 'PO-1' });
    const { body } = await decide(agent, item.id, { ...offerFor(item), message: 'Gerne.' }).expect(200);
    expect(body).toMatchObject({ state: 'DONE', outcome: { validUntil: '2099-12-31', message: 'Gerne.' } });
    expect(await orderOf(item.orderId)).toMatchObject({ status: 'OFFER_MADE', totalNetCents: 6_000 });
    expect((await answerOffer(contact, item.orderId, 'ACCEPTED')).status).toBe(200);
    const order = await newestItem(agent, 'type=ORDER');
    const { body: detail } = await agent.get(`/staff/inbox-items/${order.id}`).expect(200);
    expect(detail).toMatchObject({
      state: 'NEW',
      sentOrder: { quoteRequestNumber: item.number, totalNetCents: 6_000, reference: 'PO-1' },
    });
    await jobsDone();
    const { body: notes } = await agent.get(`/staff/inbox-items/${item.id}/notes`).expect(200);
    expect(notes.items).toEqual([expect.objectContaining({ event: 'OFFER_ACCEPTED', author: null })]);
  });

  it('notes that an offer was declined', async () => {
    const item = await submitted(false);
    await decide(agent, item.id, offerFor(item)).expect(200);
    expect((await answerOffer(contact, item.orderId, 'DECLINED')).status).toBe(200);
    await jobsDone();
    const { body: notes } = await agent.get(`/staff/inbox-items/${item.id}/notes`).expect(200);
    expect(notes.items).toEqual([
      expect.objectContaining({
        event: 'OFFER_DECLINED',
        author: null,
        body: expect.stringContaining('abgelehnt'),
      }),
    ]);
  });

  it('refuses what does not fit, and leaves everything as it was', async () => {
    const request = await submitted(false);
    const offer = offerFor(request);
    const pointersOf = async (outcome: object): Promise<string[]> =>
      (await decide(agent, request.id, outcome).expect(422)).body.errors.map(
        ({ pointer }: { pointer: string }) => pointer,
      );
    expect(await pointersOf({ decision: 'ACCEPTED' })).toEqual(['/decision']);
    expect(await pointersOf({ decision: 'OFFER_MADE' })).toEqual(['/validUntil', '/lines']);
    const days = ['2020-01-01', '2099-02-30', '2099-13-01', '2099-W10-1', '2099-12-31T12:00:00Z'];
    for (const validUntil of days) {
      expect(await pointersOf({ ...offer, validUntil })).toEqual(['/validUntil']);
    }
    expect(await pointersOf({ ...offer, lines: [] })).toEqual(['/lines']);
    const strange = [{ lineId: agent.id, netPriceCents: 1 }];
    expect(await pointersOf({ ...offer, lines: strange })).toEqual(['/lines']);
    expect(await pointersOf({ decision: 'REJECTED', sendMail: true })).toEqual(['/sendMail']);
    const { body } = await agent.get(`/staff/inbox-items/${request.id}`).expect(200);
    expect(body).toMatchObject({ state: 'NEW', outcome: null, order: { status: 'RECEIVED' } });
  });

  it('is told to staff and to whose it is, at once', async () => {
    const colleagueOfContact = await addContact(world, customerId, 'USER');
    const streams = {
      staff: await EventStream.open(agent, '/staff/events'),
      contact: await EventStream.open(contact, '/portal/events'),
      other: await EventStream.open(colleagueOfContact, '/portal/events'),
    };
    const item = await submitted(false);
    await decide(agent, item.id, offerFor(item)).expect(200);
    expect((await answerOffer(contact, item.orderId, 'DECLINED')).status).toBe(200);
    const told = ['order.submitted', 'order.decided', 'order.offer-answered'];
    for (const stream of [streams.staff, streams.contact]) {
      await stream.until(() => told.every((type) => stream.about(item.orderId).includes(type)));
    }
    await streams.staff.until(() => streams.staff.about(item.id).includes('inbox.item-created'));
    const theirs = await submitted(true, {}, colleagueOfContact);
    await streams.other.until(() => streams.other.about(theirs.orderId).length > 0);
    // Everybody hears that the shop shows prices now.
    const orders = streams.other.events.filter(({ type }) => type.startsWith('order.'));
    expect(orders.map(({ id }) => id)).toEqual([theirs.orderId]);
    for (const stream of Object.values(streams)) stream.close();
  });

  it('is decided by one of many at once', async () => {
    const item = await submitted(true);
    const request = await submitted(false);
    const people = [agent, colleague, world.admin, agent];
    expect(
      await statusesOf(
        people.map((staff, i) => decide(staff, item.id, { decision: i % 2 ? 'REJECTED' : 'ACCEPTED' })),
      ),
    ).toEqual([200, 409, 409, 409]);
    expect(await statusesOf(people.map((staff) => decide(staff, request.id, offerFor(request))))).toEqual([
      200, 409, 409, 409,
    ]);
  });
});

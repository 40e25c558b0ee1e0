import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { addContact, addCustomer } from './support/population';
import {
  addPrinterWithToner,
  answerOffer,
  decideOrder,
  makeOffer,
  offerArticle,
  putIntoCart,
  submitCart,
} from './support/shops';
import { openShops } from './support/seed-orders';
import { addAgent, makeWorld, type World } from './support/world';

const PERIOD = 'months=2&until=2026-04';
const NOTHING = {
  answered: 0,
  answerMedian: null,
  answerPercentile90: null,
  resolved: 0,
  resolutionMedian: null,
  resolutionPercentile90: null,
};

describe('Statistics', () => {
  let world: World;
  let agent: Api;
  let customer: string;
  let contact: Awaited<ReturnType<typeof addContact>>;

  beforeAll(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    customer = await addCustomer(world.admin, 'Zimmerei Adler');
    contact = await addContact(world, customer, 'MAIN_USER');
    await openShops(world.admin);
  }, 120_000);

  async function figures(path: string): Promise<Record<string, unknown>[]> {
    const { body } = await agent.get(`/staff/statistics/${path}`).expect(200);
    return body.items as Record<string, unknown>[];
  }

  async function csv(table: string, besides = ''): Promise<string[]> {
    const { text } = await agent
      .get(`/staff/statistics/exports?table=${table}&${PERIOD}${besides}`)
      .expect(200);
    return text.trimEnd().split('\r\n');
  }

  async function ticketAt(recorded: string): Promise<string> {
    const { body } = await contact
      .post('/portal/tickets')
      .send({ subject: 'Es klemmt', description: 'Bitte helfen Sie.' })
      .expect(201);
    await asSuperuser('UPDATE tickets SET created_at = $2 WHERE id = $1', [body.id, recorded]);
    return String(body.id);
  }

  async function comment(ticket: string, visibility: string): Promise<void> {
    await agent
      .post(`/staff/tickets/${ticket}/comments`)
      .send({ body: 'Wir kommen.', visibility })
      .expect(201);
  }

  it('count tickets by the month in which they were recorded, where the tenant is, and how long things took', async () => {
    // In Berlin it is April already.
    const late = await ticketAt('2026-03-31T22:30:00Z');
    const early = await ticketAt('2026-03-31T21:30:00Z');
    const others = [await ticketAt('2026-04-10T10:00:00Z'), await ticketAt('2026-04-11T10:00:00Z')];
    const [waiting = '', noted = ''] = others;
    await comment(noted, 'INTERNAL');
    for (const ticket of [late, early, waiting]) {
      await comment(ticket, 'PUBLIC');
      await comment(ticket, 'PUBLIC');
    }
    const answered = await asSuperuser<{ n: number }>(
      `SELECT count(*)::int AS n FROM tickets t WHERE t.first_answered_at = (
         SELECT min(c.created_at) FROM ticket_comments c WHERE c.ticket_id = t.id) AND t.id = ANY ($1)`,
      [[late, early, waiting]],
    );
    expect(answered).toEqual([{ n: 3 }]);
    for (const [ticket, minutes] of [
      [late, 60],
      [waiting, 180],
    ] as const) {
      await asSuperuser(
        `UPDATE tickets SET first_answered_at = created_at + $2 * interval '1 minute', status = 'CLOSED',
           closed_at = created_at + $2 * interval '10 minutes' WHERE id = $1`,
        [ticket, minutes],
      );
    }
    await asSuperuser(
      `UPDATE tickets SET first_answered_at = created_at + interval '5 minutes' WHERE id = $1`,
      [early],
    );
    expect(await figures(`tickets?${PERIOD}`)).toEqual([
      { ...NOTHING, month: '2026-03', recorded: 1, answered: 1, answerMedian: 5, answerPercentile90: 5 },
      {
        month: '2026-04',
        recorded: 3,
        answered: 2,
        answerMedian: 120,
        answerPercentile90: 168,
        resolved: 2,
        resolutionMedian: 1200,
        resolutionPercentile90: 1680,
      },
    ]);
    expect((await figures('tickets')).length).toBe(6);
    expect(await csv('tickets', '&language=en')).toEqual([
      '\ufeffMonth;Recorded;Answered;First answer, median (minutes);First answer, 90% (minutes);Resolved;Resolution, median (minutes);Resolution, 90% (minutes)',
      '2026-03;1;1;5;5;0;;',
      '2026-04;3;2;120;168;2;1200;1680',
    ]);
  });

  it('do not take for an answer what staff write to what they recorded themselves', async () => {
    const { body } = await agent
      .post('/staff/tickets')
      .send({ customerId: customer, subject: 'Anruf', description: 'Er hat angerufen.' })
      .expect(201);
    await comment(body.id as string, 'PUBLIC');
    expect(await asSuperuser('SELECT first_answered_at AS at FROM tickets WHERE id = $1', [body.id])).toEqual(
      [{ at: null }],
    );
  });

  it('count running tickets by status and age', async () => {
    const before = await figures('running-tickets');
    expect(before.map(({ status }) => status)).toEqual(['NEW', 'IN_PROGRESS', 'WAITING_FOR_CUSTOMER']);
    for (const days of [0, 3, 20, 40])
      await ticketAt(new Date(Date.now() - days * 86_400_000 - 1_000).toISOString());
    const [fresh = {}] = await figures('running-tickets');
    const grown = Object.entries(fresh).filter(([, n]) => typeof n === 'number');
    const [had = {}] = before;
    expect(Object.fromEntries(grown.map(([name, n]) => [name, Number(n) - Number(had[name])]))).toEqual({
      withinDay: 1,
      withinWeek: 1,
      withinMonth: 1,
      older: 1,
      total: 4,
    });
    expect((await csv('running-tickets'))[0]).toBe(
      '\ufeffStatus;Bis 1 Tag;Bis 7 Tage;Bis 30 Tage;Älter;Zusammen',
    );
  });

  it('say what was ordered and what became of offers', async () => {
    const { admin } = world;
    const article = await offerArticle(admin, { name: 'Kabel', number: 'KA-1', netPriceCents: 1_000 });
    const orders: string[] = [];
    for (const quantity of [2, 3, 4]) {
      await putIntoCart(contact, 'online-shop', article, quantity);
      const { body } = await submitCart(contact, 'online-shop');
      orders.push(body.id as string);
      if (quantity === 4)
        expect((await decideOrder(agent, body.number as string, { decision: 'REJECTED' })).status).toBe(200);
    }
    const { printerId, tonerId } = await addPrinterWithToner(admin, customer, 'Empfang');
    for (const answer of ['ACCEPTED', 'DECLINED', undefined] as const) {
      await putIntoCart(contact, 'printer-shop', `${printerId}/${tonerId}`, 5);
      const { body } = await submitCart(contact, 'printer-shop');
      await makeOffer(agent, body.id as string, 2_000);
      if (answer) expect((await answerOffer(contact, body.id as string, answer)).status).toBe(200);
      orders.push(body.id as string);
    }
    await asSuperuser(
      `UPDATE orders SET created_at = '2026-04-02T10:00:00Z' WHERE id = ANY ($1) OR quote_request_id = ANY ($1)`,
      [orders],
    );
    const [march, april] = await figures(`orders?${PERIOD}`);
    expect(march).toMatchObject({ month: '2026-03', orders: 0, ordersNetCents: 0, acceptedPercent: null });
    expect(april).toEqual({
      month: '2026-04',
      // With the order that the accepted offer became.
      orders: 3,
      ordersNetCents: 15_000,
      quoteRequests: 3,
      offers: 3,
      offersNetCents: 30_000,
      accepted: 1,
      acceptedNetCents: 10_000,
      acceptedPercent: 50,
    });
    expect(await figures(`articles?${PERIOD}`)).toEqual([
      { id: expect.any(String), number: 'KA-1', name: 'Kabel', quantity: 5, orders: 2, netCents: 5_000 },
      {
        id: tonerId,
        number: expect.any(String),
        name: 'Toner für Empfang',
        quantity: 5,
        orders: 1,
        netCents: 10_000,
      },
    ]);
    expect(await figures(`printers?${PERIOD}`)).toEqual([
      {
        id: printerId,
        name: 'Empfang',
        model: expect.any(String),
        location: 'Köln',
        customer: { id: customer, number: expect.any(String), name: 'Zimmerei Adler' },
        quantity: 5,
        orders: 1,
        netCents: 10_000,
      },
    ]);
    expect((await csv('orders'))[2]).toBe('2026-04;3;150,00;3;3;300,00;1;100,00;50');
    expect((await csv('articles'))[1]).toBe('KA-1;Kabel;5;2;50,00');
    expect((await csv('printers', '&language=en'))[1]).toMatch(/^Empfang;.*;Zimmerei Adler;5;1;100\.00$/);
  });

  it('are bounded, of the tenant alone, and for staff', async () => {
    await agent.get('/staff/statistics/tickets?months=13').expect(422);
    await agent.get('/staff/statistics/tickets?until=2026-13').expect(422);
    await agent.get('/staff/statistics/exports').expect(422);
    await contact.get('/staff/statistics/tickets').expect(403);
    const stranger = await makeWorld();
    const { body } = await stranger.admin.get(`/staff/statistics/articles?${PERIOD}`).expect(200);
    expect(body.items).toEqual([]);
  });
});

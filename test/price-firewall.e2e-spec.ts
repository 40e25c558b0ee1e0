import { answerTo } from './support/answer-to';
import type { Api } from './support/api';
import { e2eEnvironment } from './support/environment';
import { EventStream } from './support/event-stream';
import { chainsFor, harvestIds } from './support/id-pools';
import { mailsTo, newestMail } from './support/mailbox';
import { fillPath, type Operation, operationsOfDocument } from './support/operations';
import { addContact, addCustomer } from './support/population';
import { notationsOf, plantPrices, readable } from './support/prices';
import { jobsDone } from './support/rows';
import {
  addPrinterWithToner,
  changeArticle,
  decideOrder,
  offerArticle,
  putIntoCart,
  setCustomerShops,
  setShops,
  submitCart,
} from './support/shops';
import { type Program, startProgram } from './support/stack';
import { seedAddress } from './support/seed-orders';
import { bodiesOf, queriesOf, sortedQueriesOf } from './support/variations';
import { makeWorld, type World } from './support/world';

type Contact = Api & { contactId: string; email: string };
const FIRST_PRICE = 12_345_678;

/**
 * Prices that are hidden are hidden in every byte: an amount of its own is written into every price column, and nothing
 * that a contact can get tells one. New operations and new columns take part without being told of.
 */
describe.each([
  {
    hidden: 'from all customers of a tenant',
    hide: (world: World) => setShops(world.admin, HIDDEN),
  },
  {
    hidden: 'from one customer of a tenant that shows them',
    hide: ({ admin }: World, customerId: string) =>
      setCustomerShops(admin, customerId, {
        onlineShop: { showPrices: 'OFF' },
        printerShop: { showPrices: 'OFF' },
      }),
  },
])('Prices that are hidden $hidden', ({ hide }) => {
  let program: Program;
  let world: World;
  let callers: Contact[];
  let witness: Contact;
  let operations: Operation[];
  let planted: ReadonlyMap<string, number>;
  let cursor: string;

  beforeAll(async () => {
    const { databaseUrl, folder } = e2eEnvironment();
    program = await startProgram(databaseUrl, folder, { REQUESTS_PER_MINUTE: '1000000' });
    operations = await operationsOfDocument();
    world = await makeWorld();
    await setShops(world.admin, SHOWN);
    const customerId = await addCustomer(world.admin, 'Ahnungslos GmbH');
    const otherId = await addCustomer(world.admin, 'Eingeweiht GmbH');
    callers = [await addContact(world, customerId, 'MAIN_USER'), await addContact(world, customerId, 'USER')];
    witness = await addContact(world, otherId, 'USER');
    const articles = [];
    for (const name of ['Maus', 'Kabel', 'Monitor', 'Auslaufmodell']) {
      articles.push(await offerArticle(world.admin, { name, category: 'Technik', netPriceCents: 100 }));
    }
    const [mouse = '', cable = '', , leaving = ''] = articles;
    const printer = await addPrinterWithToner(world.admin, customerId, 'Empfang');
    const toner = `${printer.printerId}/${printer.tonerId}`;
    const { body } = await world.admin.get('/auth/me').expect(200);
    const plant = (): Promise<ReadonlyMap<string, number>> => plantPrices(String(body.tenantId), FIRST_PRICE);

    // While prices still show: carts, an order of somebody else, and a cursor of the list by price.
    await putIntoCart(witness, 'online-shop', mouse);
    await submitCart(witness, 'online-shop');
    for (const caller of callers) {
      await caller.post('/portal/tickets').send({ subject: 'Preise', description: 'Bitte!' }).expect(201);
      await putIntoCart(caller, 'online-shop', mouse, 2);
      await putIntoCart(caller, 'printer-shop', toner, 2);
      await seedAddress(caller, 'Tor 2');
    }
    await plant();
    cursor = (await callers[0]!.get('/portal/online-shop/articles?limit=1&sort=netPriceCents').expect(200))
      .body.nextCursor as string;

    await hide(world, customerId);
    for (const caller of callers) {
      await submitCart(caller, 'online-shop', { note: 'Was kostet das?' });
      await submitCart(caller, 'printer-shop');
      await putIntoCart(caller, 'online-shop', cable, 2);
      await putIntoCart(caller, 'printer-shop', toner, 2);
    }
    await putIntoCart(callers[1]!, 'online-shop', leaving);
    await changeArticle(world.admin, leaving, { onlineShop: false });
    planted = await plant();
  }, 120_000);

  afterAll(() => program.stop());

  it('would be seen where they show', async () => {
    expect(planted.size).toBeGreaterThanOrEqual(5);
    const { text } = await world.admin.get('/staff/articles').expect(200);
    expect(leaksIn(text)).toEqual(['articles.net_price_cents']);
    const { body } = await witness.get('/portal/orders').expect(200);
    const { text: order } = await witness.get(`/portal/orders/${body.items[0].id}`).expect(200);
    expect(leaksIn(order)).toContain('order_lines.net_price_cents');
  });

  it('are in no mail', async () => {
    // The oldest, whose lines hold planted prices: what is rejected, and, for comparison, what was ordered at prices shown.
    const numberOf = async ({ contactId }: Contact, kind: string): Promise<string> => {
      const query = `contactId=${contactId}&kind=${kind}&status=RECEIVED&sort=createdAt&limit=1`;
      return (await world.admin.get(`/staff/orders?${query}`).expect(200)).body.items[0].number as string;
    };
    const ordered = await numberOf(witness, 'ORDER');
    expect((await decideOrder(world.admin, ordered, { decision: 'ACCEPTED' })).status).toBe(200);
    const seen = await newestMail(witness.email, { subject: `${ordered}: angenommen` });
    expect(leaksIn(JSON.stringify(seen))).toContain('order_lines.net_price_cents');
    for (const caller of callers) {
      const { status } = await decideOrder(world.admin, await numberOf(caller, 'QUOTE_REQUEST'), {
        decision: 'REJECTED',
        message: 'Leider nicht lieferbar.',
      });
      expect(status).toBe(200);
    }
    await jobsDone();
    for (const { email } of callers) {
      const mails = await mailsTo(email);
      expect(mails.map(({ subject }) => subject)).toContainEqual(expect.stringContaining('abgelehnt'));
      expect(mails.filter(({ subject }) => subject.includes('Angebotsanfrage')).length).toBeGreaterThan(1);
      for (const mail of mails) expect(leaksIn(JSON.stringify(mail))).toEqual([]);
    }
  });

  it.each(['main user', 'user'] as const)(
    'are told by no operation, whatever is asked: %s',
    async (role) => {
      const caller = callers[role === 'user' ? 1 : 0]!;
      const api = caller.at(program.baseUrl);
      const portal = operations.filter(({ audience }) => audience === 'CONTACT');
      const readByAnybody = operations.filter(
        ({ audience = '', method }) => method === 'get' && /^(?:PUBLIC|AUTHENTICATED)$/.test(audience),
      );
      const stream = await EventStream.open(api, '/portal/events', program.baseUrl);
      const ids = await harvestIds(portal, [api]);
      const codes = new Set<string>();
      const leaks: string[] = [];
      const answered = new Set<string>();
      const ask = async (operation: Operation, path: string, body?: object): Promise<void> => {
        const { status, text } = await answerTo(
          api.request(operation.method, path).set('if-match', '"1"'),
          body,
        );
        if (status < 300) answered.add(operation.id);
        codes.add(`${operation.id} ${/"code":"([\w.-]+)"/.exec(text)?.[1] ?? ''}`);
        const found = [...leaksIn(text), ...(/"\w*Cents":/.exec(text) ?? [])];
        if (status >= 500) found.push('failed');
        if (status < 300 && ASKS_FOR_PRICES.test(path)) found.push('answered');
        if (found.length > 0) leaks.push(`${operation.id} ${path}: ${status} ${found.join(', ')}`);
      };
      // Reading first, then what changes something, then reading what came of it.
      const reads = portal.filter(({ method }) => method === 'get');
      // Carts are emptied last: an empty one is refused for nothing else.
      const writes = ['put', 'post', 'patch', 'delete'].flatMap((method) =>
        portal.filter((operation) => operation.method === method),
      );
      for (const operation of [...readByAnybody, ...reads, ...writes, ...reads]) {
        for (const chain of chainsFor(ids, operation.path, operation.idNames.length)) {
          const path = fillPath(operation.path, chain);
          for (const query of [...queriesOf(operation), ...sortedQueriesOf(operation)]) {
            for (const body of bodiesOf(operation)) await ask(operation, `${path}${query}`, body);
          }
        }
      }
      for (const operation of reads.filter(
        ({ query }) => query.includes('cursor') && query.includes('sort'),
      )) {
        for (const sort of ['name', 'netPriceCents', '-netPriceCents', '-createdAt']) {
          await ask(operation, `${operation.path}?sort=${sort}&cursor=${cursor}`);
        }
      }
      // What came of the submissions was told on the stream, while it happened.
      await stream.until(() => stream.events.some(({ type }) => type === 'order.submitted'));
      stream.close();
      leaks.push(...leaksIn(stream.raw).map((column) => `the stream of events: ${column}`));
      expect(leaks).toEqual([]);
      expect([...codes]).toEqual(
        expect.arrayContaining([
          'listOnlineShopArticles catalog.prices-hidden',
          `submitOnlineShopCart submission.${role === 'user' ? 'lines-changed' : 'mode-changed'}`,
          'submitOnlineShopCart submission.cart-version-missing',
          'submitPrinterShopCart submission.mode-changed',
          'submitPrinterShopCart submission.cart-version-missing',
        ]),
      );
      const unanswered = reads
        .map(({ id }) => id)
        .filter((id) => !answered.has(id) && !/Image|Attachment/.test(id));
      // Only main users take lists along.
      const theirs = ['exportPortalDevices', 'exportPortalOrders', 'exportPortalTickets'];
      expect(unanswered.sort()).toEqual(role === 'user' ? theirs : []);
    },
    300_000,
  );

  it('are in no mail about what was taken back or turned down', async () => {
    await jobsDone();
    for (const { email } of callers) {
      const mails = await mailsTo(email);
      expect(mails.map(({ subject }) => subject)).toContainEqual(expect.stringContaining('storniert'));
      for (const mail of mails) expect(leaksIn(JSON.stringify(mail))).toEqual([]);
    }
  });

  /** The columns whose amount is in a text, in whatever notation. */
  function leaksIn(text: string): string[] {
    const all = readable(text);
    return [...planted].filter(([, cents]) => notationsOf(cents).test(all)).map(([column]) => column);
  }
});

const SHOWN = {
  onlineShop: { enabled: true, showPrices: true },
  printerShop: { enabled: true, showPrices: true },
};
const HIDDEN = { onlineShop: { showPrices: false }, printerShop: { showPrices: false } };

/** Whatever the answer shows: which rows come, and in which order, tells prices as well. */
const ASKS_FOR_PRICES = /[?&](?:\w*(?:price|cents)\w*=|sort=-?\w*(?:price|cents))/i;

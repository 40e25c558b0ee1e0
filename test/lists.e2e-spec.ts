import { randomBytes } from 'node:crypto';
import type { Test } from 'supertest';
import { Api } from './support/api';
import { DemoRows, ROWS } from './support/demo-rows';
import { DocumentLists, type ListBody } from './support/document-lists';
import { importCsv } from './support/files';
import { chainsFor, harvestIds, type IdPools } from './support/id-pools';
import { holdJobsOnceDone } from './support/held-jobs';
import { KEYED_FILES } from './support/keyed-files';
import { addLongestRows, FILLERS } from './support/longest-rows';
import { fillPath, type Operation, operationsOfDocument } from './support/operations';
import { Relay } from './support/relay';
import { decideOrder, setCustomerShops, submitCart } from './support/shops';
import { type Database, type Program, startDatabase, startProgram } from './support/stack';
import { StatementCounter } from './support/statement-counter';

const PASSWORD = 'Kundenportal-Demo-2026';
/** What hangs together from most rooms takes 12: a look at a customer, an item of the Postkorb. */
const STATEMENTS = 12;
/** Promised of some: what a contact sees first; and figures, one statement each besides those for caller, clock and names. */
const PROMISED: Readonly<Record<string, number>> = {
  getPortalOverview: 5,
  getRunningTicketStatistics: 1 + 1,
  getTicketStatistics: 1 + 2,
  getOrderStatistics: 1 + 2,
  getArticleStatistics: 1 + 2,
  getPrinterStatistics: 1 + 3,
};

const SORTED_BY_NAME = [
  'createCustomer',
  'createContact',
  'createArticle',
  'createPrinterModel',
  'createDevice',
  'createStaffUser',
  'createPortalTicket',
];

/** What holds for every list of the document, whoever adds it; on the demo tenant, by its administrator and a main user. */
describe('Every list', () => {
  let database: Database;
  let relay: Relay;
  let program: Program;
  let lists: DocumentLists;
  let details: Operation[];
  let pools: IdPools;
  const rows = new DemoRows();
  const counter = new StatementCounter();
  const people = new Map<string, Api>();

  beforeAll(async () => {
    database = await startDatabase();
    relay = new Relay(database.url, counter.watch);
    await relay.connectTo(database.url);
    program = await startProgram(relay.url, database.dataDir, {
      DEMO_DATA: 'on',
      REQUESTS_PER_MINUTE: '100000',
    });
    await logInAll();
    await rows.add(people.get('ADMIN')!, people.get('CONTACT')!);
    // Handlers of events share the pool of requests, whose statements are counted.
    await holdJobsOnceDone(database.url);
    const operations = await operationsOfDocument();
    details = operations.filter(
      ({ method, query, endless }) => method === 'get' && !query.includes('cursor') && !endless,
    );
    pools = await harvestIds(operations, [...people.values()]);
    lists = new DocumentLists(operations, pools, callerOf);
  }, 120_000);

  // A slow machine takes longer for all of this than a token is good for.
  beforeEach(() => logInAll());

  afterAll(async () => {
    await program.stop();
    await relay.refuse();
    await database.stop();
  });

  async function logInAll(): Promise<void> {
    people.set('ADMIN', await login('admin@musterhaus.example'));
    people.set('CONTACT', await login('petra.mueller@mueller-soehne.example'));
  }

  async function login(email: string): Promise<Api> {
    const api = Api.anonymous().at(program.baseUrl);
    const credentials = { tenant: 'musterhaus', email, password: PASSWORD };
    const { body } = await api.post('/auth/login').send(credentials).expect(200);
    return api.withToken(String(body.accessToken));
  }

  const callerOf = ({ audience }: Operation): Api =>
    people.get(audience === 'CONTACT' ? 'CONTACT' : 'ADMIN')!;

  it('counts all rows only where that is asked for', async () => {
    await lists.each(async (operation, path, rows) => {
      const plain = await lists.read(operation, path, 'limit=1');
      const { totalCount, items } = await lists.read(operation, path, 'limit=1&count=true');
      const isRight = !('totalCount' in plain) && items.length === 1 && Number(totalCount) >= rows;
      return isRight ? undefined : `${plain.totalCount} of ${totalCount}`;
    });
  });

  it('is paged through in every order without losing or repeating a row', async () => {
    await lists.each(async (operation, path) => {
      for (const sort of operation.sorts.length > 0 ? operation.sorts : ['']) {
        const order = sort && `&sort=${sort}`;
        const { items, nextCursor } = await lists.read(operation, path, `limit=100${order}`);
        const whole = items.map(({ id }) => id);
        const seen: string[] = [];
        let cursor = '';
        do {
          const page = await lists.read(operation, path, `limit=3${order}${cursor}`);
          seen.push(...page.items.map(({ id }) => id));
          cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
        } while (cursor && seen.length < whole.length);
        // Of a longer list, the last small page reaches behind the large one.
        if (nextCursor) seen.splice(whole.length);
        if (seen.join() !== whole.join()) return `${sort}: ${seen.length} of ${whole.length}`;
      }
      return undefined;
    });
  });

  it('takes every cursor that it has handed out, whatever the row holds', async () => {
    const made = await addLongestRows(lists);
    for (const id of SORTED_BY_NAME) expect([id, made.get(id)]).toEqual([id, FILLERS.length]);
    let most = 0;
    await lists.each(async (operation, path) => {
      for (const sort of operation.sorts.length > 0 ? operation.sorts : ['']) {
        const query = `limit=1${sort && `&sort=${sort}`}`;
        for (let cursor = ''; ;) {
          const { status, body } = await callerOf(operation).request('get', `${path}?${query}${cursor}`);
          if (status !== 200) return `${sort}: ${status} after ${decodeURIComponent(cursor)}`;
          const { nextCursor } = body as ListBody;
          if (nextCursor === undefined) break;
          most = Math.max(most, nextCursor.length);
          cursor = `&cursor=${nextCursor}`;
        }
      }
      return undefined;
    });
    // Longer than most that any list has had before.
    expect(most).toBeGreaterThan(700);
  }, 300_000);

  it('takes the same few statements for one row as for many', async () => {
    const measured: string[] = [];
    await lists.each(async (operation, path, rows) => {
      const one = await counter.of(() => lists.read(operation, path, 'limit=1'));
      const many = await counter.of(() => lists.read(operation, path, 'limit=100'));
      measured.push(`${operation.id}: ${one} for 1, ${many} for ${rows}`);
      // Names of what none of the rows refers to are not asked for: that may be two statements less for a single row.
      return many <= 8 && many - one <= 2 ? undefined : measured.at(-1);
    });
    expect(measured.length).toBeGreaterThanOrEqual(7);
  });

  it('is not alone: a record takes few statements too, however much belongs to it', async () => {
    const complaints: string[] = [];
    const measured = new Set<string>();
    for (const operation of details) {
      for (const ids of chainsFor(pools, operation.path, operation.idNames.length)) {
        const path = fillPath(operation.path, ids);
        const ask = (): Test => callerOf(operation).request('get', path);
        if ((await ask()).status !== 200) continue;
        const statements = await counter.of(ask);
        measured.add(operation.id);
        if (statements > (PROMISED[operation.id] ?? STATEMENTS))
          complaints.push(`${operation.id} ${path}: ${statements}`);
      }
    }
    expect(complaints).toEqual([]);
    expect(measured.size).toBeGreaterThanOrEqual(30);
  });

  describe('and what is written of many lines', () => {
    it('takes the same statements for one line as for many: a cart that becomes an order', async () => {
      const contact = people.get('CONTACT')!;
      for (const shop of ['online-shop', 'printer-shop'] as const) {
        const { body: cart } = await contact.get(`/portal/${shop}/cart`).expect(200);
        const submit = (): Promise<unknown> =>
          submitCart(contact, shop, { termsVersion: cart.terms?.version });
        const ofMany = await counter.of(submit, () => rows.fillCart(contact, shop));
        const ofOne = await counter.of(submit, () => rows.fillCart(contact, shop, 1));
        expect([shop, ofMany]).toEqual([shop, ofOne]);
      }
    });

    it('takes the same statements for one line as for many: an offer', async () => {
      const [admin, contact] = [people.get('ADMIN')!, people.get('CONTACT')!];
      const { body: me } = await contact.get('/auth/me').expect(200);
      await setCustomerShops(admin, me.customerId, { onlineShop: { showPrices: 'OFF' } });
      let order: { number: string; lines: { id: string }[] };
      const request = async (lineCount: number): Promise<void> => {
        await rows.fillCart(contact, 'online-shop', lineCount);
        const { body } = await submitCart(contact, 'online-shop');
        order = (await admin.get(`/staff/orders/${body.id}`).expect(200)).body;
        expect(order.lines).toHaveLength(lineCount);
      };
      const offer = async (): Promise<void> => {
        const prices = order.lines.map(({ id }) => ({ lineId: id, netPriceCents: 1999 }));
        const outcome = { decision: 'OFFER_MADE', validUntil: '2099-12-31', lines: prices };
        expect((await decideOrder(admin, order.number, outcome)).status).toBe(200);
      };
      const ofMany = await counter.of(offer, () => request(ROWS));
      expect(ofMany).toBe(await counter.of(offer, () => request(1)));
    });

    it.each(Object.entries(KEYED_FILES))(
      'takes the same statements for one line as for many: an import of %s',
      async (collection, { header, lineOf }) => {
        let keys: string[] = [];
        const renew = async (lineCount: number): Promise<void> => {
          keys = Array.from({ length: lineCount }, () => randomBytes(6).toString('hex'));
        };
        const write = async (value: string, written: object): Promise<void> => {
          const file = [header, ...keys.map((key) => lineOf(key, value))].join('\n');
          expect((await importCsv(people.get('ADMIN')!, collection, file)).body).toMatchObject(written);
        };
        const statementsOf = async (lineCount: number): Promise<object> => {
          const create = (): Promise<void> => write('Toner', { created: lineCount });
          const update = (): Promise<void> => write('Trommel', { updated: lineCount });
          const created = await counter.of(create, () => renew(lineCount));
          const updated = await counter.of(update, () => renew(lineCount).then(create));
          return { created, updated };
        };
        expect(await statementsOf(ROWS)).toEqual(await statementsOf(1));
      },
    );
  });
});

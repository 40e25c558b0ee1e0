import { readFileSync } from 'node:fs';
import { Api } from './support/api';
import { exportCsv, importCsv } from './support/files';
import { operationsOfDocument } from './support/operations';
import { type Database, type Program, startDatabase, startProgram } from './support/stack';

const PASSWORD = 'Kundenportal-Demo-2026';

/** A program of its own, as a newcomer starts it. */
describe('The demo tenants', () => {
  let database: Database;
  let program: Program;

  beforeAll(async () => {
    database = await startDatabase();
    program = await startProgram(database.url, database.dataDir, { DEMO_DATA: 'on' });
  });

  afterAll(async () => {
    await program.stop();
    await database.stop();
  });

  async function login(tenant: string, email: string): Promise<Api> {
    const api = Api.anonymous().at(program.baseUrl);
    const { body } = await api.post('/auth/login').send({ tenant, email, password: PASSWORD }).expect(200);
    return api.withToken(String(body.accessToken));
  }

  it.each([
    ['musterhaus', 'admin@musterhaus.example', 'ADMIN'],
    ['musterhaus', 'agent@musterhaus.example', 'AGENT'],
    ['musterhaus', 'petra.mueller@mueller-soehne.example', 'MAIN_USER'],
    ['musterhaus', 'jonas.weber@mueller-soehne.example', 'USER'],
    ['musterhaus', 'elif.oezdemir@praxis-oezdemir.example', 'USER'],
    ['nordlicht', 'admin@nordlicht.example', 'ADMIN'],
    ['nordlicht', 'lars.hansen@werft-hansen.example', 'MAIN_USER'],
  ])('let everybody of the banner log in: %s %s', async (tenant, email, role) => {
    const api = await login(tenant, email);
    expect((await api.get('/auth/me').expect(200)).body.role).toBe(role);
  });

  it('are named by the banner, whose first line says where the portal is', () => {
    const log = readFileSync(program.logFile, 'utf8').split('\n');
    const first = log.findIndex((line) => line.startsWith('  Portal '));
    expect(log[first - 1]).not.toMatch(/^ /);
    expect(
      log
        .slice(first, first + 4)
        .join()
        .match(/http:[^\s,]+/g),
    ).toEqual(
      ['/p/musterhaus', '/staff/musterhaus', '/docs', '/mailbox'].map((path) => program.baseUrl + path),
    );
  });

  it('have tickets in every status, and one request shows all of a customer', async () => {
    const admin = await login('musterhaus', 'admin@musterhaus.example');
    const all = 'status=NEW,IN_PROGRESS,WAITING_FOR_CUSTOMER,RESOLVED,CLOSED';
    const { body } = await admin.get(`/staff/tickets?${all}`).expect(200);
    const statuses = new Set((body.items as { status: string }[]).map(({ status }) => status));
    expect(statuses.size).toBe(5);
    const { body: found } = await admin.get('/staff/customers?search=mueller').expect(200);
    const { body: overview } = await admin.get(`/staff/customers/${found.items[0].id}/overview`).expect(200);
    expect(overview.customer.name).toBe('Müller & Söhne GmbH');
    expect(overview.contacts).toHaveLength(4);
    expect(overview.openTickets.length).toBeGreaterThan(1);
  });

  it('have a catalog, and printers with fitting accessories', async () => {
    const admin = await login('musterhaus', 'admin@musterhaus.example');
    const list = async (path: string): Promise<Record<string, unknown>[]> =>
      (await admin.get(path).expect(200)).body.items;
    const count = async (path: string): Promise<number> =>
      (await admin.get(`${path}?count=true&limit=1`).expect(200)).body.totalCount;
    expect(await count('/staff/articles')).toBeGreaterThanOrEqual(300);
    expect(await count('/staff/printer-models')).toBeGreaterThanOrEqual(30);
    const priceless = await list('/staff/articles?search=nach Wunsch konfiguriert');
    expect(priceless.length).toBeGreaterThan(3);
    for (const article of priceless) expect(article).not.toHaveProperty('netPriceCents');

    const devices = await list('/staff/devices?limit=100');
    expect(devices.length).toBeGreaterThanOrEqual(30);
    expect(new Set(devices.map(({ customer }) => (customer as { name: string }).name)).size).toBe(3);
    expect(new Set(devices.map(({ status }) => status))).toEqual(new Set(['IN_USE', 'IN_STOCK', 'RETIRED']));

    const shown = await list('/staff/articles?limit=100');
    expect(shown.filter(({ hasImage }) => !hasImage)).toEqual([]);

    const [model] = await list('/staff/printer-models?search=MFC-L3770CDW');
    const accessories = await list(`/staff/printer-models/${String(model?.id)}/accessories`);
    const kinds = accessories.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['Toner schwarz', 'Trommeleinheit', 'Resttonerbehälter']));
    const [labels] = await list('/staff/printer-models?search=QL-820NWB');
    expect(labels?.accessoryCount).toBe(0);

    const other = await login('nordlicht', 'admin@nordlicht.example');
    const { body } = await other.get('/staff/articles?count=true&limit=1').expect(200);
    expect(body.totalCount).toBeGreaterThanOrEqual(50);
  });

  it('have orders and quote requests in every status, and all of them in the Postkorb', async () => {
    const agent = await login('musterhaus', 'agent@musterhaus.example');
    const { body: orders } = await agent.get('/staff/orders?limit=100').expect(200);
    const seen = (orders.items as { kind: string; status: string }[]).map(
      ({ kind, status }) => `${kind} ${status}`,
    );
    expect(new Set(seen)).toEqual(
      new Set([
        'ORDER RECEIVED',
        'ORDER ACCEPTED',
        'ORDER REJECTED',
        'ORDER CANCELLED',
        'QUOTE_REQUEST RECEIVED',
        'QUOTE_REQUEST REJECTED',
        'QUOTE_REQUEST CANCELLED',
        'QUOTE_REQUEST OFFER_MADE',
        'QUOTE_REQUEST OFFER_WITHDRAWN',
        'QUOTE_REQUEST OFFER_ACCEPTED',
        'QUOTE_REQUEST OFFER_DECLINED',
      ]),
    );
    const { body: items } = await agent
      .get('/staff/inbox-items?limit=100&state=NEW,IN_PROGRESS,DONE,REJECTED')
      .expect(200);
    const numbers = (items.items as { number: string | null }[]).map(({ number }) => number);
    for (const { number } of orders.items) expect(numbers).toContain(number);

    const registration = (items.items as { id: string; type: string }[]).find(
      ({ type }) => type === 'REGISTRATION',
    );
    const { body: detail } = await agent.get(`/staff/inbox-items/${registration?.id}`).expect(200);
    expect(JSON.stringify(detail)).toContain('Müller & Söhne GmbH');
  });

  it.each([
    ['musterhaus', 'petra.mueller@mueller-soehne.example', true],
    ['musterhaus', 'elif.oezdemir@praxis-oezdemir.example', false],
    ['nordlicht', 'lars.hansen@werft-hansen.example', false],
  ])('show prices or not: %s %s %p', async (tenant, email, shown) => {
    const contact = await login(tenant, email);
    const { body: articles } = await contact.get('/portal/online-shop/articles?search=tastatur').expect(200);
    expect(articles.items.length).toBeGreaterThan(0);
    for (const article of articles.items) expect('netPriceCents' in article).toBe(shown);
    const { body: printers } = await contact.get('/portal/printer-shop/printers?limit=100').expect(200);
    expect(printers.items.length).toBeGreaterThan(2);
  });

  it('take the example bodies of the document as they are', async () => {
    const admin = await login('musterhaus', 'admin@musterhaus.example');
    const contact = await login('musterhaus', 'petra.mueller@mueller-soehne.example');
    const creating = (await operationsOfDocument()).filter(
      ({ id, method, path, consumes, idNames, bodyIds, audience }) =>
        method === 'post' &&
        // What is submitted has to agree with a cart, and what is tried again to be there; the suites of these do that.
        !/\/(?:submissions|resends)$/.test(path) &&
        consumes === 'application/json' &&
        idNames.length === 0 &&
        // Its ids are optional, and those of examples name nothing that is there.
        (bodyIds.length === 0 || id === 'createPortalTicket') &&
        ['STAFF', 'ADMIN', 'CONTACT'].includes(audience ?? ''),
    );
    expect(creating.length).toBeGreaterThan(2);
    for (const operation of creating) {
      const caller = operation.audience === 'CONTACT' ? contact : admin;
      const everything = operation.bodyIds.length === 0;
      const answer = await caller.request('post', operation.path).send(operation.exampleBody(everything));
      expect([operation.id, answer.status, answer.body.errors]).toEqual([operation.id, 201, undefined]);
    }
  });

  it('take the example files of the document as they are', async () => {
    const admin = await login('musterhaus', 'admin@musterhaus.example');
    const { body } = await admin.request('get', '/openapi.json').expect(200);
    for (const collection of ['customers', 'articles', 'printer-models', 'devices']) {
      const { description } = body.paths[`/api/v1/staff/${collection}/imports`].post;
      const [, example = ''] = /```\n([\s\S]*?)\n```/.exec(String(description)) ?? [];
      const { status, body: report } = await importCsv(admin, collection, example);
      expect([collection, status, report.errors]).toEqual([collection, 200, []]);
      expect(report.rows).toBeGreaterThan(1);
    }
  });

  it.each(['customers', 'articles', 'printer-models', 'devices'])(
    'are exported as they can be imported again, which changes nothing: %s',
    async (collection) => {
      for (const [tenant, email] of [
        ['musterhaus', 'admin@musterhaus.example'],
        ['nordlicht', 'admin@nordlicht.example'],
      ] as const) {
        const admin = await login(tenant, email);
        const { status, body } = await importCsv(admin, collection, await exportCsv(admin, collection));
        expect([tenant, status, body.errors]).toEqual([tenant, 200, []]);
        expect(body).toMatchObject({ created: 0, updated: 0, unchanged: body.rows });
        expect(body.rows).toBeGreaterThan(0);
      }
    },
  );

  it('are loaded once', async () => {
    await program.stop();
    program = await startProgram(database.url, database.dataDir, { DEMO_DATA: 'on' });
    const admin = await login('musterhaus', 'admin@musterhaus.example');
    const { body } = await admin.get(
      '/staff/tickets?count=true&status=NEW,IN_PROGRESS,CLOSED,RESOLVED,WAITING_FOR_CUSTOMER',
    );
    expect(body.totalCount).toBe(13);
  });
});

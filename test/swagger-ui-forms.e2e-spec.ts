import type { Browser, Locator, Page } from 'playwright-core';
import { Api } from './support/api';
import { openBrowser } from './support/chromium';
import { completeDemo } from './support/complete-demo';
import { chainsFor, harvestIds, type IdPools } from './support/id-pools';
import { fillPath, type Operation, operationsOfDocument } from './support/operations';
import { type Database, type Program, startDatabase, startProgram } from './support/stack';
import { getByDocument, listsOf, prefilled, prefilledQuery } from './support/swagger-ui';

const PASSWORD = 'Kundenportal-Demo-2026';
const UNKNOWN_ID = '01900000-0000-7000-8000-000000000000';

/** Without what tells that somebody has saved, whatever it was. */
function contentOf(record: object): object {
  return { ...record, version: undefined, updatedAt: undefined };
}

/** What its document makes of the interface: forms that open in Swagger UI, clients that are generated. */
describe('The document makes', () => {
  let database: Database;
  let program: Program;
  let operations: Operation[];
  let pools: IdPools;
  let admin: Api;
  let contact: Api;

  beforeAll(async () => {
    database = await startDatabase();
    program = await startProgram(database.url, database.dataDir, {
      DEMO_DATA: 'on',
      REQUESTS_PER_MINUTE: '100000',
    });
    admin = await login('admin@musterhaus.example');
    contact = await login('petra.mueller@mueller-soehne.example');
    operations = await operationsOfDocument();
    await completeDemo(admin, contact, database.url);
    pools = await harvestIds(operations, [admin, contact]);
  }, 120_000);

  afterAll(async () => {
    await program.stop();
    await database.stop();
  });

  async function login(email: string): Promise<Api> {
    const api = Api.anonymous().at(program.baseUrl);
    const credentials = { tenant: 'musterhaus', email, password: PASSWORD };
    const { body } = await api.post('/auth/login').send(credentials).expect(200);
    return api.withToken(String(body.accessToken));
  }

  const callerOf = ({ audience }: Operation): Api => (audience === 'CONTACT' ? contact : admin);

  /** Paths with ids that exist, a few. */
  function pathsOf(operation: Operation): string[] {
    if (!operation.path.includes('{')) return [operation.path];
    if (operation.idNames.length === 0) return [operation.path.replace(/\{slug\}/, 'musterhaus')];
    return chainsFor(pools, operation.path, operation.idNames.length).map((ids) =>
      fillPath(operation.path, ids),
    );
  }

  it('clients that send two values for every list, and get what each of both gets', async () => {
    // What is taken along as a file takes them, too, but answers no JSON.
    const lists = operations
      .filter(({ query }) => query.includes('limit'))
      .flatMap((operation) => listsOf(operation).map((parameter) => ({ operation, parameter })));
    expect(lists.length).toBeGreaterThan(8);
    for (const { operation, parameter } of lists) {
      const [path = ''] = pathsOf(operation);
      const caller = callerOf(operation);
      const idsFor = async (...values: string[]): Promise<string[]> => {
        const { status, url, body } = await getByDocument(caller, program.baseUrl, path, parameter, values);
        expect([url, status, body]).toEqual([url, 200, expect.anything()]);
        return (body as { items: { id: string }[] }).items.map(({ id }) => id).sort();
      };
      const [first = '', second = ''] = parameter.schema.items?.enum ?? [];
      const both = [...(await idsFor(first)), ...(await idsFor(second))].sort();
      expect([operation.id, await idsFor(first, second)]).toEqual([operation.id, both]);
      const commas = `${path}?limit=100&${parameter.name}=${first},${second}`;
      const { body } = await caller.request('get', commas).expect(200);
      expect((body.items as { id: string }[]).map(({ id }) => id).sort()).toEqual(both);
      const { body: mixed } = await caller
        .request('get', `${path}?limit=100&${parameter.name}=${first},${second}&${parameter.name}=${first}`)
        .expect(200);
      expect(mixed.items).toHaveLength(both.length);
      await caller.request('get', `${path}?${parameter.name}=${first}&${parameter.name}=nothing`).expect(422);
    }
  });

  it('forms of queries without a value that anybody would have to delete', () => {
    const filled = operations.flatMap(({ id, parameters }) =>
      parameters
        .filter((parameter) => !parameter.required && parameter.schema.default === undefined)
        .filter((parameter) => prefilled(parameter) !== undefined || parameter.examples !== undefined)
        .map(({ name }) => `${id} ${name}`),
    );
    // Streams end by themselves there: Swagger UI shows an answer when it is complete.
    expect(filled).toEqual(['streamEvents seconds', 'streamPortalEvents seconds']);
  });

  it('forms of every GET that answer as they open, with rows', async () => {
    const reads = operations.filter(({ method, endless }) => method === 'get' && !endless);
    expect(reads.length).toBeGreaterThan(40);
    const complaints: string[] = [];
    for (const operation of reads) {
      const query = prefilledQuery(operation);
      const paths = pathsOf(operation);
      let rows = 0;
      for (const path of paths) {
        const answer = await callerOf(operation).request('get', query ? `${path}?${query}` : path);
        if (answer.status < 200 || answer.status > 299)
          complaints.push(`${operation.id} ${answer.status} ${query} ${JSON.stringify(answer.body)}`);
        const { items } = answer.body as { items?: unknown[] };
        rows += items ? items.length : 1;
      }
      if (rows === 0) complaints.push(`${operation.id}: ${paths.length} asked, no rows (${query})`);
    }
    expect(complaints).toEqual([]);
  }, 120_000);

  it('forms of every PATCH that change nothing as they open', async () => {
    // Nobody else changes what one sets about oneself, and what is skipped nobody loses: there is no version to name.
    const patches = operations.filter(
      ({ method, id }) => method === 'patch' && !/^update(?:Me|FirstSteps)$/.test(id),
    );
    expect(patches.length).toBeGreaterThan(6);
    for (const operation of patches) {
      expect([operation.id, operation.prefilledBody, operation.bodyChoices]).toEqual([operation.id, {}, []]);
      const ifMatch = operation.parameters.find(({ name }) => name === 'If-Match');
      expect(ifMatch && [ifMatch.required, prefilled(ifMatch)]).toEqual([true, undefined]);
      const [path = ''] = pathsOf(operation);
      const caller = callerOf(operation);
      await caller.request('patch', path).send({}).expect(428);
      const readable = operations.some(
        ({ method, path: other }) => method === 'get' && other === operation.path,
      );
      if (!readable) continue;
      const before = await caller.request('get', path).expect(200);
      await caller.request('patch', path).set('If-Match', String(before.headers.etag)).send({}).expect(200);
      const after = await caller.request('get', path).expect(200);
      expect([operation.id, contentOf(after.body)]).toEqual([operation.id, contentOf(before.body)]);
    }
  });

  it('forms of decisions that decide nothing as they open, and offer one body for each decision', async () => {
    const deciding = operations.filter(({ bodySchema }) => bodySchema?.properties?.decision);
    expect(deciding.length).toBeGreaterThan(1);
    for (const operation of deciding) {
      const send = (body: unknown, id: string) =>
        callerOf(operation)
          .request(operation.method, fillPath(operation.path, [id]))
          .send(body as object);
      expect([operation.id, operation.prefilledBody]).toEqual([operation.id, {}]);
      const [[id = ''] = []] = chainsFor(pools, operation.path, 1);
      await send(operation.prefilledBody, id).expect(422);
      const choices = operation.bodyChoices.slice(1) as { decision: string }[];
      const possible = operation.bodySchema?.properties?.decision?.enum ?? [];
      expect(new Set(choices.map(({ decision }) => decision))).toEqual(new Set(possible));
      for (const choice of choices) {
        const { status, body } = await send(choice, UNKNOWN_ID);
        expect([operation.id, choice, status, body.errors]).toEqual([operation.id, choice, 404, []]);
      }
    }
  });

  describe('in the browser', () => {
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      browser = await openBrowser();
      page = await browser.newPage({ baseURL: program.baseUrl, locale: 'de-DE' });
      page.setDefaultTimeout(20_000);
      await page.goto('/docs');
      await page.getByRole('button', { name: 'Authorize' }).first().click();
      const dialog = page.locator('.dialog-ux');
      await dialog.locator('#oauth_username').fill('admin@musterhaus.example');
      await dialog.locator('#oauth_password').fill(PASSWORD);
      await dialog.locator('#client_id_password').fill('musterhaus');
      await dialog.getByRole('button', { name: 'Apply given OAuth2 credentials' }).click();
      await dialog.getByText('Authorized', { exact: true }).waitFor();
      // One for each way to authorize.
      await dialog.getByRole('button', { name: 'Close' }).first().click();
    }, 60_000);

    afterAll(() => browser.close());

    async function opened(tag: string, id: string): Promise<Locator> {
      const section = page.locator('.opblock-tag-section').filter({
        has: page.locator('h3', { has: page.getByText(tag, { exact: true }) }),
      });
      if (!(await section.getAttribute('class'))?.includes('is-open')) await section.locator('h3').click();
      const operation = page.locator(`[id$="-${id}"]`);
      if (!(await operation.getAttribute('class'))?.includes('is-open'))
        await operation.locator('.opblock-summary').click();
      await operation.getByRole('button', { name: 'Execute' }).waitFor();
      return operation;
    }

    /** What the button "Execute" sends and gets. */
    async function execute(operation: Locator): Promise<{ url: string; status: number; items: unknown[] }> {
      const [response] = await Promise.all([
        page.waitForResponse((answer) => answer.url().includes('/api/v1/staff')),
        operation.getByRole('button', { name: 'Execute' }).click(),
      ]);
      const { items } = (await response.json()) as { items: unknown[] };
      return { url: response.url(), status: response.status(), items };
    }

    it.each([
      ['Tickets', 'listTickets'],
      ['Postkorb', 'listInboxItems'],
      ['Bestellungen und Angebotsanfragen', 'listOrders'],
      ['Inventar', 'listDevices'],
      ['Materialkatalog', 'listArticles'],
    ])('shows rows at once: %s, %s', async (tag, id) => {
      const answer = await execute(await opened(tag, id));
      expect([answer.url, answer.status]).toEqual([answer.url, 200]);
      expect(answer.items.length).toBeGreaterThan(0);
    });

    it('sends two values that somebody chose', async () => {
      const operation = await opened('Tickets', 'listTickets');
      const row = operation.locator('tr[data-param-name="status"]');
      await row.locator('select').selectOption(['NEW', 'RESOLVED']);
      const answer = await execute(operation);
      expect(answer.url).toContain('status=NEW&status=RESOLVED');
      expect(answer.status).toBe(200);
    });

    it('opens changes and decisions empty', async () => {
      const settings = await opened('Mandanteneinstellungen', 'updateSettings');
      expect((await settings.locator('textarea').inputValue()).trim()).toBe('{}');
      expect(await settings.locator('tr[data-param-name="If-Match"] input').inputValue()).toBe('');
      const outcome = await opened('Postkorb', 'decideInboxItem');
      expect((await outcome.locator('textarea').inputValue()).trim()).toBe('{}');
      await outcome.locator('.examples-select select').selectOption({ label: 'Bestellung annehmen' });
      expect(JSON.parse(await outcome.locator('textarea').inputValue())).toEqual({
        decision: 'ACCEPTED',
        message: 'Wir liefern am Donnerstag.',
      });
    });
  });
});

import type { Test } from 'supertest';
import { Client } from 'pg';
import { DEMO_PASSWORD } from '../src/config/demo-password';
import { StorageUsage1700000017100 as StorageUsage } from '../src/schema/migrations/1700000017100-storage-usage';
import { Api } from './support/api';
import { type Operation, operationsOfDocument } from './support/operations';
import { type Database, type Program, startDatabase, startProgram } from './support/stack';

const KIB = 1024;
const ACTIONS = 8;

/** A program of its own on the demo tenant, with little of everything. */
describe('What a contact may take up', () => {
  // Most of it is starting the program anew.
  jest.setTimeout(120_000);
  let database: Database;
  let program: Program;
  let client: Client;
  let admin: Api;
  let main: Api;
  let other: Api;

  beforeAll(async () => {
    database = await startDatabase();
    program = await startProgram(database.url, database.dataDir, { DEMO_DATA: 'on' });
    client = new Client({ connectionString: database.url });
    await client.connect();
  }, 120_000);

  afterAll(async () => {
    await client.end();
    await program.stop();
    await database.stop();
  });

  async function restart(settings: Record<string, string>): Promise<void> {
    await program.stop();
    // What was taken under another limit, by the dozen, would count.
    await client.query('DELETE FROM rate_limits');
    program = await startProgram(database.url, database.dataDir, { DEMO_DATA: 'on', ...settings });
    [admin, main, other] = (await Promise.all(
      [
        'admin@musterhaus.example',
        'petra.mueller@mueller-soehne.example',
        'jonas.weber@mueller-soehne.example',
      ].map(login),
    )) as [Api, Api, Api];
  }

  async function login(email: string): Promise<Api> {
    const api = Api.anonymous().at(program.baseUrl);
    const credentials = { tenant: 'musterhaus', email, password: DEMO_PASSWORD };
    const { body } = await api.post('/auth/login').send(credentials).expect(200);
    return api.withToken(String(body.accessToken));
  }

  const ticketOf = async (api: Api): Promise<string> =>
    (await api.post('/portal/tickets').send({ subject: 'Platz', description: 'x' }).expect(201)).body.id;

  const attach = (api: Api, ticket: string, size: number): Test =>
    api.post(`/portal/tickets/${ticket}/attachments`).attach('file', Buffer.alloc(size, 'x'), 'x.txt');

  const attachAsStaff = (ticket: string, size: number): Test =>
    admin
      .post(`/staff/tickets/${ticket}/attachments`)
      .field('visibility', 'PUBLIC')
      .attach('file', Buffer.alloc(size, 'x'), 'x.txt');

  /** Counted, and added up from what is there. */
  async function usage(): Promise<{ counted: object[]; stored: object[] }> {
    const counted = await client.query(
      'SELECT owner_id, bytes::int FROM storage_usage WHERE bytes > 0 ORDER BY owner_id',
    );
    const stored = await client.query(
      `SELECT owner_id, sum(size)::int AS bytes FROM (
         SELECT tenant_id AS owner_id, size FROM ticket_attachments
         UNION ALL SELECT uploaded_by_id, size FROM ticket_attachments WHERE uploaded_by_kind = 'CONTACT') s
       GROUP BY owner_id HAVING sum(size) > 0 ORDER BY owner_id`,
    );
    return { counted: counted.rows, stored: stored.rows };
  }

  describe('of storage', () => {
    beforeAll(() =>
      restart({
        CONTACT_STORAGE_LIMIT_BYTES: String(100 * KIB),
        TENANT_STORAGE_LIMIT_BYTES: String(1000 * KIB),
      }),
    );

    beforeEach(async () => {
      await client.query('DELETE FROM ticket_attachments');
    });

    it('ends where it is used up, over all tickets, and says so', async () => {
      const [first, second] = [await ticketOf(main), await ticketOf(main)];
      await attach(main, first, 60 * KIB).expect(201);
      await attach(main, second, 40 * KIB).expect(201);
      const { body } = await attach(main, second, 1).expect(413);
      expect(body).toMatchObject({ status: 413, code: 'ticket.contact-storage-full' });
      expect(body.detail).toContain('Platz');
      await attach(other, await ticketOf(other), 60 * KIB).expect(201);
      await attachAsStaff(first, 200 * KIB).expect(201);
      const { counted, stored } = await usage();
      expect(counted).toEqual(stored);
      expect((await main.get(`/portal/tickets/${second}`).expect(200)).body.attachments).toHaveLength(1);
    });

    it('is not exceeded by uploads at the same time, and free again once they are gone', async () => {
      const ticket = await ticketOf(main);
      const answers = await Promise.all(
        Array.from({ length: 8 }, async () => {
          const own = await ticketOf(main);
          return attach(main, own, 30 * KIB);
        }),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 413, 413, 413, 413, 413]);
      expect((await usage()).counted).toEqual((await usage()).stored);
      await client.query('DELETE FROM ticket_attachments');
      expect(await usage()).toEqual({ counted: [], stored: [] });
      await attach(main, ticket, 100 * KIB).expect(201);
    });

    it('of the tenant ends for contacts before it ends for staff', async () => {
      const ticket = await ticketOf(main);
      await attachAsStaff(ticket, 850 * KIB).expect(201);
      await attach(main, ticket, 50 * KIB).expect(201);
      expect((await attach(other, await ticketOf(other), 10 * KIB).expect(413)).body.code).toBe(
        'ticket.storage-full',
      );
      await attachAsStaff(ticket, 100 * KIB).expect(201);
      expect((await attachAsStaff(ticket, 1).expect(413)).body.code).toBe('ticket.storage-full');
    });

    it('is counted for what was there before anybody counted', async () => {
      await attach(main, await ticketOf(main), 50 * KIB).expect(201);
      await attachAsStaff(await ticketOf(main), 20 * KIB).expect(201);
      await client.query('BEGIN');
      const runner = { query: (sql: string) => client.query(sql) } as never;
      await new StorageUsage().down(runner);
      await new StorageUsage().up(runner);
      const { counted, stored } = await usage();
      await client.query('ROLLBACK');
      expect(counted).toEqual(stored);
      expect(counted).toHaveLength(2);
    });
  });

  describe('of other people’s mailboxes', () => {
    const write = (api: Api): Test =>
      api.post('/portal/tickets').send({ subject: 'Noch eins', description: 'x' });

    it('ends for the hour, whatever it does, and says when it goes on', async () => {
      await restart({ CONTACT_ACTIONS_PER_HOUR: String(ACTIONS) });
      const { body: ticket } = await write(main).expect(201);
      const path = `/portal/tickets/${ticket.id}`;
      for (let i = 2; i < ACTIONS; i++) await main.post(`${path}/comments`).send({ body: 'x' }).expect(201);
      await main.put(`${path}/closure`).expect(204);
      for (const refused of [
        write(main),
        main.post(`${path}/comments`).send({ body: 'x' }),
        main.delete(`${path}/closure`),
        main.post('/portal/online-shop/submissions').send({ mode: 'QUOTE_REQUEST' }),
      ]) {
        const { body, headers } = await refused.expect(429);
        expect(body).toMatchObject({ status: 429, code: 'too-many-actions' });
        expect(body.detail).toMatch(/in \d+ Minuten/);
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      }
      await write(other).expect(201);
      await main.get(path).expect(200);
      await attach(main, ticket.id, 1).expect(409);
      // Staff, and mails that the program owes, are not held up by it.
      const { body: another } = await write(other).expect(201);
      for (let i = 0; i < 2 * ACTIONS; i++) {
        await admin
          .post(`/staff/tickets/${another.id}/comments`)
          .send({ body: 'x', visibility: 'PUBLIC' })
          .expect(201);
      }
      await main
        .post('/auth/password-reset-requests')
        .send({ tenant: 'musterhaus', email: 'petra.mueller@mueller-soehne.example' })
        .expect(202);
    });

    it('ends for the day, and for all contacts of the tenant together', async () => {
      await restart({ CONTACT_ACTIONS_PER_DAY: '2' });
      await write(other).expect(201);
      await write(other).expect(201);
      const { headers } = await write(other).expect(429);
      expect(Number(headers['retry-after'])).toBeGreaterThan(60 * 60);
      await restart({ TENANT_ACTIONS_PER_HOUR: '2' });
      await write(main).expect(201);
      await write(other).expect(201);
      await write(main).expect(429);
      await write(other).expect(429);
    });
  });
});

/** Contacts may do these as often as requests are let in: nobody gets a mail. Whoever adds an operation decides. */
const WITHOUT_MAILS =
  /^(?:put|delete)\w+CartItem$|^add\w+Attachment$|^createUpload$|^put\w+CartItems$|^copyOrderTo\w+Cart$|DeliveryAddress$/;

it('Whatever contacts can change is paced, or sends no mail', async () => {
  const writes = (await operationsOfDocument()).filter(
    ({ method, audience }) => method !== 'get' && audience === 'CONTACT',
  );
  const isPaced = ({ codes }: Operation): boolean => codes.includes('too-many-actions');
  expect(
    writes.filter((operation) => isPaced(operation) === WITHOUT_MAILS.test(operation.id)).map(({ id }) => id),
  ).toEqual([]);
  expect(writes.filter(isPaced).length).toBeGreaterThanOrEqual(7);
});

import type { Server } from 'node:http';
import { Client } from 'pg';
import { type Api } from './support/api';
import { asSuperuser } from './support/database';
import { e2eEnvironment, publishEnvironment } from './support/environment';
import { EventStream } from './support/event-stream';
import { makeLogin, type Logins } from './support/login';
import { newestMail } from './support/mailbox';
import { startOperator } from './support/operator';
import { hasPgBouncer, type PgBouncer, startPgBouncer } from './support/pgbouncer';
import { addContact, addCustomer } from './support/population';
import { refusal } from './support/refusal';
import { jobsDone } from './support/rows';
import { offerArticle, putIntoCart, setShops, submitCart } from './support/shops';
import { type Database, type Program, startDatabase, startProgram } from './support/stack';
import { makeWorld } from './support/world';

const what = 'Behind PgBouncer in transaction mode, on a single connection of the server,';
const installed = hasPgBouncer();
const reason = ' (skipped: there is no pgbouncer, and it cannot be installed: that takes root and apt-get)';

if (!installed) process.stderr.write(`${what}${reason}\n`);

(installed ? describe : describe.skip)(installed ? what : what + reason, () => {
  let database: Database;
  let logins: Logins;
  let pooler: PgBouncer;
  let program: Program;
  let operator: Server;
  const shared = e2eEnvironment();

  beforeAll(async () => {
    database = await startDatabase();
    logins = await makeLogin(database.url);
    pooler = await startPgBouncer(logins.DATABASE_URL, database.dataDir);
    program = await startProgram(pooler.url, database.dataDir, {
      DATABASE_DIRECT_URL: logins.DATABASE_URL,
      DATABASE_OWNER_URL: database.url,
      REQUESTS_PER_MINUTE: '10000',
    });
    const started = await startOperator(program);
    operator = started.server;
    // From here on, everything that suites have in common is about this program.
    publishEnvironment({
      baseUrl: program.baseUrl,
      databaseUrl: database.url,
      operatorUrl: started.url,
      logFile: program.logFile,
      folder: database.dataDir,
    });
  });

  afterAll(async () => {
    publishEnvironment(shared);
    operator.close();
    await program.stop();
    await pooler.stop();
    await database.stop();
  });

  async function ticketOf(contact: Api, subject: string): Promise<{ id: string; number: string }> {
    const ticket = { subject, description: 'Seit heute früh.' };
    return (await contact.post('/portal/tickets').send(ticket).expect(201)).body as {
      id: string;
      number: string;
    };
  }

  const subjectsOf = async (contact: Api): Promise<string[]> => {
    const { body } = await contact.get('/portal/tickets?limit=100').expect(200);
    return (body.items as { subject: string }[]).map(({ subject }) => subject);
  };

  it('people log in, record a ticket, hear of it at once, get mails and order', async () => {
    const world = await makeWorld();
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    const articleId = await offerArticle(world.admin, { name: 'Toner', netPriceCents: 4990 });
    const contact = await addContact(world, await addCustomer(world.admin, 'Müller GmbH'), 'MAIN_USER');
    const stream = await EventStream.open(world.admin, '/staff/events');

    const ticket = await ticketOf(contact, 'Drucker druckt blass');
    await stream.until(() => stream.about(ticket.id).includes('ticket.created'));
    await newestMail(contact.email, { subject: ticket.number });
    await world.admin
      .post(`/staff/tickets/${ticket.id}/comments`)
      .send({ body: 'Wir bringen Toner.', visibility: 'PUBLIC' })
      .expect(201);
    await contact.get('/portal/tickets?search=blass').expect(200, /Drucker druckt blass/);

    await putIntoCart(contact, 'online-shop', articleId, 2);
    const { body: order } = await submitCart(contact, 'online-shop');
    await newestMail(contact.email, { subject: String(order.number) });
    await world.admin
      .get(`/staff/inbox-items?number=${order.number}`)
      .expect(200, new RegExp(String(order.number)));

    // The end of a session ends what is open for it: triggers notify, too.
    await world.admin.post('/auth/logout').expect(204);
    await stream.until(() => stream.ended);
    await jobsDone();
  });

  it('tenants see nothing of each other while their transactions alternate', async () => {
    const contacts = await Promise.all(
      ['Erste', 'Zweite', 'Dritte'].map(async (name) => {
        const world = await makeWorld();
        const customer = await addCustomer(world.admin, `${name} GmbH`);
        return { name, api: await addContact(world, customer, 'USER') };
      }),
    );
    // A few at a time: who waits for longer than two seconds for a connection is told so.
    const seen: { name: string; subjects: string[] }[] = [];
    const use = async ({ name, api }: (typeof contacts)[number]): Promise<void> => {
      for (let i = 0; i < 12; i++) {
        await ticketOf(api, `${name} ${i}`);
        seen.push({ name, subjects: await subjectsOf(api) });
      }
    };
    await Promise.all(contacts.map(use));
    expect(
      seen.filter(({ name, subjects }) => subjects.some((subject) => !subject.startsWith(name))),
    ).toEqual([]);
    for (const { name, api } of contacts)
      expect((await subjectsOf(api)).sort()).toEqual(
        Array.from({ length: 12 }, (_, i) => `${name} ${i}`).sort(),
      );
    const [served] = await asSuperuser<{ connections: number }>(
      `SELECT count(*)::int AS connections FROM pg_stat_activity WHERE application_name = 'kundenportal'`,
    );
    expect(served).toEqual({ connections: 1 });
  });

  it('nothing waits for longer, and nothing is prepared', async () => {
    const client = new Client({ connectionString: pooler.url });
    await client.connect();
    const { rows } = await client.query(
      `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
         current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('plan_cache_mode') AS plans,
         (SELECT count(*)::int FROM pg_prepared_statements) AS prepared`,
    );
    await client.end();
    const plans = 'force_generic_plan';
    expect(rows).toEqual([{ statement: '15s', lock: '5s', idle: '30s', plans, prepared: 0 }]);
  });

  it('an address without the login of the program is refused', async () => {
    const { code, output } = await refusal({
      ...program.env,
      PORT: '0',
      DATABASE_DIRECT_URL: database.url,
    });
    expect(code).toBe(1);
    expect(output).toContain('DATABASE_DIRECT_URL must name the login of DATABASE_URL.');
  });
});

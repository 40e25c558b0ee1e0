import { Pool } from 'pg';
import { NumberSequences } from '../src/platform/database/number-sequences';
import { PipelinedConnections } from '../src/platform/database/pipelined-connections';
import type { TransactionService } from '../src/platform/database/transaction.service';
import { asSuperuser } from './support/database';
import { e2eEnvironment } from './support/environment';
import { addContact, addCustomer } from './support/population';
import { offerArticle, putIntoCart, setShops, submitCart } from './support/shops';
import { makeWorld, type World } from './support/world';

describe('Numbers', () => {
  let world: World;
  let tenantId: string;
  let pool: Pool;

  beforeAll(async () => {
    world = await makeWorld();
    tenantId = (await world.admin.get('/auth/me').expect(200)).body.tenantId;
    pool = new Pool({ connectionString: e2eEnvironment().databaseUrl, max: 1, pipeline: true });
  });

  afterAll(() => pool.end());

  async function setTimeZone(timeZone: string): Promise<void> {
    await world.admin.change('/staff/settings', { timeZone });
  }

  /** The sequences of the program, on its database. */
  function sequences(): NumberSequences {
    const connections = new PipelinedConnections(pool);
    return new NumberSequences({
      tenantId,
      query: (text: string, values: unknown[]) => connections.queryFor(tenantId, { text, values }),
    } as unknown as TransactionService);
  }

  it.each([
    ['Europe/Berlin', '2026-12-31T22:59:59Z', 2026],
    ['Europe/Berlin', '2026-12-31T23:00:00Z', 2027],
    ['UTC', '2026-12-31T23:30:00Z', 2026],
    ['America/New_York', '2027-01-01T04:59:00Z', 2026],
    ['America/New_York', '2027-01-01T05:00:00Z', 2027],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', 2027],
  ])('carry the year that the clocks in %s show at %s', async (timeZone, at, year) => {
    await setTimeZone(timeZone);
    expect((await sequences().nextInYear('examples', new Date(at))).year).toBe(year);
  });

  it('go on over the years, for each thing by itself', async () => {
    const before = await sequences().nextInYear('others', new Date('2026-06-01T00:00:00Z'));
    const after = await sequences().nextInYear('others', new Date('2027-06-01T00:00:00Z'));
    expect([before, after]).toEqual([
      { year: 2026, sequence: 1 },
      { year: 2027, sequence: 2 },
    ]);
  });

  it('of tickets, orders and quote requests ask the clocks of the tenant', async () => {
    // Nobody can wait for the end of the year: the tenant's clocks show another one, as its own function says.
    await asSuperuser(`ALTER FUNCTION tenant_time(uuid, timestamptz) RENAME TO tenant_time_of_program`);
    try {
      await asSuperuser(`CREATE FUNCTION tenant_time(tenant uuid, moment timestamptz) RETURNS timestamp LANGUAGE sql STABLE
        AS $$ SELECT tenant_time_of_program(tenant, moment)
          + CASE WHEN tenant = '${tenantId}' THEN interval '40 years' ELSE interval '0' END $$`);
      const year = new Date().getFullYear() + 40;
      const customer = await addCustomer(world.admin, 'Müller');
      const contact = await addContact(world, customer, 'MAIN_USER');
      const article = await offerArticle(world.admin, { name: 'Kabel', netPriceCents: 100 });
      const { body: ticket } = await contact.post('/portal/tickets').send({ subject: 'x', description: 'y' });
      expect(ticket.number).toBe(`T-${year}-000001`);
      for (const [showPrices, prefix] of [
        [true, 'B'],
        [false, 'A'],
      ] as const) {
        await setShops(world.admin, { onlineShop: { enabled: true, showPrices } });
        await putIntoCart(contact, 'online-shop', article);
        const { body } = await submitCart(contact, 'online-shop');
        expect(body.number).toBe(`${prefix}-${year}-000001`);
      }
    } finally {
      await asSuperuser('DROP FUNCTION IF EXISTS tenant_time(uuid, timestamptz)');
      await asSuperuser('ALTER FUNCTION tenant_time_of_program(uuid, timestamptz) RENAME TO tenant_time');
    }
  });
});

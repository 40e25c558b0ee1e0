import type { Api } from './support/api';
import {
  type CheckoutWorld,
  type Contact,
  fillCarts,
  makeCheckoutWorld,
  RATES,
} from './support/checkout-world';
import { asSuperuser } from './support/database';
import { addContact, addCustomer } from './support/population';
import { answerOffer, decideOrder, setShops, submitCart } from './support/shops';
import { makeWorld, type World } from './support/world';

/** What is offered for the lines, in their order: nothing is like the catalog, and nothing like the others. */
const OFFERED = [5001, 2003, 307];
const TOTALS = {
  currency: 'EUR',
  netCents: 9928,
  vat: [
    { vatRatePercent: 19, netCents: 5001, vatCents: 950 },
    { vatRatePercent: 7, netCents: 4006, vatCents: 280 },
    { vatRatePercent: 0, netCents: 921, vatCents: 0 },
  ],
  grossCents: 11_158,
};

/** Two companies of a tenant with printers of one model ask for offers for the same things at the same time. */
describe('Two companies that ask for the same', () => {
  let world: CheckoutWorld;
  let elsewhere: World & { mainUser: Contact };

  beforeAll(async () => {
    world = await makeCheckoutWorld();
    await setShops(world.admin, { onlineShop: { showPrices: false }, printerShop: { showPrices: false } });
    const other = await makeWorld();
    const mainUser = await addContact(other, await addCustomer(other.admin, 'Woanders GmbH'), 'MAIN_USER');
    elsewhere = { ...other, mainUser };
  });

  /** Answers with the id of the request of a company, for its own printer. */
  async function request(by: Contact, shop: 'online-shop' | 'printer-shop'): Promise<string> {
    const printerId = by === world.stranger ? world.strangersPrinterId : world.printerId;
    await fillCarts(by, world, printerId);
    return (await submitCart(by, shop)).body.id as string;
  }

  async function offer(id: string): Promise<void> {
    const { body } = await world.admin.get(`/staff/orders/${id}`).expect(200);
    const lines = body.lines.map((line: { id: string }, i: number) => ({
      lineId: line.id,
      netPriceCents: OFFERED[i],
    }));
    const outcome = { decision: 'OFFER_MADE', validUntil: '2099-12-31', lines };
    expect((await decideOrder(world.admin, body.number as string, outcome)).status).toBe(200);
  }

  const read = async (by: Api, id: string): Promise<Record<string, unknown>> =>
    (await by.get(`/portal/orders/${id}`).expect(200)).body as Record<string, unknown>;

  it.each(['online-shop', 'printer-shop'] as const)(
    'get an order each, for what they were offered, at the rate of each line: %s',
    async (shop) => {
      const parties = [
        [world.user, await request(world.user, shop), world.printerId],
        [world.stranger, await request(world.stranger, shop), world.strangersPrinterId],
      ] as const;
      for (const [, id] of parties) await offer(id);
      for (const [by, id, printerId] of parties) {
        const { status, body } = await answerOffer(by, id, 'ACCEPTED');
        expect(status).toBe(200);
        const order = await read(by, String(body.orderId));
        expect(order).toMatchObject({ kind: 'ORDER', totals: TOTALS, totalGrossCents: TOTALS.grossCents });
        expect(order.lines).toMatchObject(
          RATES.map((vatRatePercent, i) => ({
            vatRatePercent,
            quantity: i + 1,
            netPriceCents: OFFERED[i],
            ...(shop === 'printer-shop' && { printer: { id: printerId }, kind: `Art ${vatRatePercent}` }),
          })),
        );
      }
    },
  );

  it('answer their own offers, and neither that of the other', async () => {
    const id = await request(world.user, 'printer-shop');
    await offer(id);
    const before = await read(world.user, id);
    const colleague = await addContact(world, world.customerId, 'USER');
    for (const by of [world.stranger, colleague, elsewhere.mainUser]) {
      await by.get(`/portal/orders/${id}`).expect(404);
      for (const decision of ['ACCEPTED', 'DECLINED']) {
        await by.put(`/portal/orders/${id}/offer-decision`).send({ decision, offerVersion: 1 }).expect(404);
      }
    }
    expect(await read(world.user, id)).toEqual(before);
    expect((await answerOffer(world.mainUser, id, 'ACCEPTED')).status).toBe(200);
  });

  describe('and wait', () => {
    /** The offer is valid until so many days from today, as days are counted where the tenant is. */
    const endsIn = (days: number, id: string): Promise<unknown> =>
      asSuperuser(
        `UPDATE orders SET offer_valid_until = (now() AT TIME ZONE 'Europe/Berlin')::date + $1::int WHERE id = $2`,
        [days, id],
      );

    it.each([
      ['the day after its last', -1, true],
      ['its last day', 0, false],
      ['the day before its last', 1, false],
    ])('can accept an offer until its last day is over: %s', async (_, days, expired) => {
      const ids = [await request(world.user, 'online-shop'), await request(world.stranger, 'online-shop')];
      for (const id of ids) await offer(id);
      const [own = '', theirs = ''] = ids;
      await endsIn(days, own);
      expect((await read(world.user, own)).offer).toMatchObject({ expired });
      const { body: list } = await world.user.get('/portal/orders?status=OFFER_MADE&limit=1').expect(200);
      expect(list.items).toMatchObject([{ id: own, offer: { expired } }]);
      const { body: forStaff } = await world.admin.get(`/staff/orders/${own}`).expect(200);
      expect(forStaff.offer).toMatchObject({ expired });
      for (const [by, id, isOver] of [
        [world.mainUser, own, expired],
        [world.stranger, theirs, false],
      ] as const) {
        const { status, body } = await answerOffer(by, id, 'ACCEPTED');
        expect([status, body.code, body.status]).toEqual(
          isOver ? [409, 'offer.expired', 409] : [200, undefined, 'OFFER_ACCEPTED'],
        );
      }
      const orders = await asSuperuser('SELECT 1 FROM orders WHERE quote_request_id = $1', [own]);
      expect(orders).toHaveLength(expired ? 0 : 1);
    });
  });
});

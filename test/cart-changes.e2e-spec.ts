import {
  type CheckoutWorld,
  type Contact,
  emptyCarts,
  fillCarts,
  makeCheckoutWorld,
  PRICES,
  totalsOf,
} from './support/checkout-world';
import { addContact } from './support/population';
import { changeArticle, putIntoCart, shownCart, submitCart } from './support/shops';

/** What a submission with 409 says of a line. */
type Change = Readonly<Record<string, unknown>>;

/** Each way in which a line may have become another since it was put into a cart, the old beside the new. */
describe('A cart tells of a line that', () => {
  let world: CheckoutWorld;
  let user: Contact;
  let toner: string;

  beforeAll(async () => {
    world = await makeCheckoutWorld();
    user = await addContact(world, world.customerId, 'USER');
    toner = world.lines['printer-shop'][0]?.articleId ?? '';
  }, 120_000);

  beforeEach(() => fillCarts(user, world));
  afterEach(() => emptyCarts(user));

  async function changesAfter(change: () => Promise<unknown>): Promise<readonly Change[]> {
    const shown = await shownCart(user, 'printer-shop');
    await change();
    const { body } = await user.post('/portal/printer-shop/submissions').send(shown).expect(409);
    return body.changes as readonly Change[];
  }

  const changePrinter = (changes: object): Promise<void> =>
    world.admin.change(`/staff/devices/${world.printerId}`, changes);

  const fit = (kind: string): Promise<unknown> =>
    world.admin
      .put(`/staff/printer-models/${world.printerModelId}/accessories/${toner}`)
      .send({ kind })
      .expect(200);

  it('has another number', async () => {
    const { body: cart } = await user.get('/portal/printer-shop/cart').expect(200);
    const { number: previousNumber } = cart.items[0] as { number: string };
    const changes = await changesAfter(() => changeArticle(world.admin, toner, { number: 'NEU-1' }));
    expect(changes).toEqual([
      expect.objectContaining({
        change: 'NUMBER_CHANGED',
        articleId: toner,
        number: 'NEU-1',
        previousNumber,
      }),
    ]);
  });

  it('is of another kind', async () => {
    const changes = await changesAfter(() => fit('Toner schwarz XL'));
    expect(changes).toMatchObject([
      { change: 'KIND_CHANGED', articleId: toner, kind: 'Toner schwarz XL', previousKind: 'Art 19' },
    ]);
    await fit('Art 19');
  });

  it('is for a printer that stands elsewhere: every line for it', async () => {
    const changes = await changesAfter(() => changePrinter({ room: 'Lager' }));
    const [first] = changes;
    expect(changes).toHaveLength(3);
    expect(first).toMatchObject({
      change: 'PRINTER_CHANGED',
      printerId: world.printerId,
      printer: { name: 'Kasse 1', location: 'Köln', room: 'Lager' },
      previousPrinter: { name: 'Kasse 1', location: 'Köln', room: 'Empfang' },
    });
    await changePrinter({ room: 'Empfang' });
  });

  it('is for a printer that is gone, and still says which it was', async () => {
    const changes = await changesAfter(() => changePrinter({ status: 'RETIRED' }));
    expect(changes.map(({ change }) => change)).toEqual(Array(3).fill('PRINTER_NOT_AVAILABLE'));
    const { body: cart } = await user.get('/portal/printer-shop/cart').expect(200);
    expect(cart.items[0]).toMatchObject({
      articleId: toner,
      available: false,
      reason: 'PRINTER_NOT_AVAILABLE',
      printer: { id: world.printerId, name: 'Kasse 1', model: null, location: null, room: null },
    });
    await changePrinter({ status: 'IN_USE' });
  });

  it('has no price any more; the request that it becomes holds none at all', async () => {
    const changes = await changesAfter(() => changeArticle(world.admin, toner, { netPriceCents: null }));
    expect(changes).toEqual([
      expect.objectContaining({
        change: 'PRICE_MISSING',
        articleId: toner,
        previousNetPriceCents: PRICES['printer-shop'][0],
      }),
    ]);
    const { body: request } = await submitCart(user, 'printer-shop');
    expect(request.kind).toBe('QUOTE_REQUEST');
    const { body: forStaff } = await world.admin.get(`/staff/orders/${request.id}`).expect(200);
    expect(forStaff.lines).toHaveLength(3);
    expect(JSON.stringify(request)).not.toMatch(/Cents/);
    // The list price is there for who makes the offer.
    expect(JSON.stringify(forStaff)).not.toMatch(/netPriceCents|totals/);
    await changeArticle(world.admin, toner, { netPriceCents: PRICES['printer-shop'][0] });
  });

  it('is out of its order, and shows the highest rate of tax first all the same', async () => {
    await emptyCarts(user);
    for (const [index, { path }] of [...world.lines['printer-shop'].entries()].reverse())
      await putIntoCart(user, 'printer-shop', path, index + 1);
    const { body: cart } = await user.get('/portal/printer-shop/cart').expect(200);
    expect(cart.totals).toEqual(totalsOf('printer-shop'));
  });
});

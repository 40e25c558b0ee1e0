import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { addContact, addCustomer } from './support/population';
import {
  addPrinter,
  addPrinterWithToner,
  decideOrder,
  offerArticle,
  type PrinterWithToner,
  putIntoCart,
  submitCart,
  UNLIKE,
} from './support/shops';
import { addPrinterModel, PNG } from './support/seed-catalog';
import { makePrinterShop, type PrinterShop } from './support/shop-worlds';

describe('The printer shop', () => {
  let world: PrinterShop['world'];
  let customerId: PrinterShop['customerId'];
  let mainUser: PrinterShop['mainUser'];
  let user: PrinterShop['user'];
  let reception: PrinterShop['reception'];
  let office: PrinterShop['office'];
  let foreign: PrinterShop['foreign'];

  beforeAll(async () => {
    ({ world, customerId, mainUser, user, reception, office, foreign } = await makePrinterShop());
  });

  const putPath = ({ printerId }: PrinterWithToner, { tonerId }: PrinterWithToner): string =>
    `/portal/printer-shop/cart/items/${printerId}/${tonerId}`;

  it('shows both roles all printers of the company, also one without accessories; no other device', async () => {
    const bare = await addPrinterModel(world.admin, 'Ohne Zubehör');
    const bareId = await addPrinter(world.admin, customerId, bare, 'Archiv');
    const retired = await addPrinter(world.admin, customerId, bare, 'Schrott');
    await world.admin.change(`/staff/devices/${retired}`, { status: 'RETIRED' });
    await world.admin
      .post(`/staff/customers/${customerId}/devices`)
      .send({ name: 'Notebook', type: 'Notebook' })
      .expect(201);
    for (const contact of [mainUser, user]) {
      const { body } = await contact.get('/portal/printer-shop/printers').expect(200);
      expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Archiv', 'Büro', 'Empfang']);
      expect(body.items[2]).toMatchObject({
        location: 'Köln',
        room: 'Empfang',
        serialNumber: 'SN-Empfang',
        model: { manufacturer: 'Brother' },
      });
      await contact.get(`/portal/printer-shop/printers/${retired}`).expect(404);
      await contact.get(`/portal/printer-shop/printers/${foreign.printerId}`).expect(404);
      await contact.get(`/portal/printer-shop/printers/${foreign.printerId}/accessories`).expect(404);
    }
    const { body } = await user.get(`/portal/printer-shop/printers/${bareId}/accessories`).expect(200);
    expect(body.items).toEqual([]);
  });

  it('shows what fits a printer, with kind, yield, price and picture', async () => {
    const path = `/portal/printer-shop/printers/${reception.printerId}/accessories`;
    const { body } = await user.get(path).expect(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      id: reception.tonerId,
      name: 'Toner für Empfang',
      kind: 'Toner schwarz',
      yieldPages: 3000,
      netPriceCents: 6490,
    });
    expect(body.items[0]).not.toHaveProperty('openRequestSince');
    await user.get(`${path}/${reception.tonerId}/image`).expect(404);
    for (const { tonerId } of [reception, office]) {
      await world.admin.put(`/staff/articles/${tonerId}/image`).attach('file', PNG, 't.png').expect(200);
    }
    await user.get(`${path}/${reception.tonerId}/image`).expect(200);
    // It has one, but does not fit this printer.
    await user.get(`${path}/${office.tonerId}/image`).expect(404);
  });

  it('shows everything of a printer and its accessory in its place, in list, detail, cart and order', async () => {
    const name = 'Drucker mit allem';
    const made = await addPrinterWithToner(world.admin, customerId, 'Alles', UNLIKE);
    const { printerModelId, tonerId } = made;
    const values = {
      name,
      location: 'Bonn',
      room: '1.02',
      serialNumber: 'SN-ALLES',
      assetTag: 'INV-ALLES',
      userName: 'Kim',
    };
    const { body: device } = await world.admin
      .post(`/staff/customers/${customerId}/devices`)
      .send({ ...values, printerModelId })
      .expect(201);
    const printers = '/portal/printer-shop/printers';
    const { id: printerId, printerModel: model } = device;
    const shown = { id: printerId, ...values, model };
    expect((await user.get(`${printers}/${printerId}`).expect(200)).body).toEqual(shown);
    const { body: list } = await user.get(`${printers}?search=INV-ALLES`).expect(200);
    expect(list.items).toEqual([shown]);

    const { body: accessories } = await user.get(`${printers}/${printerId}/accessories`).expect(200);
    const article = { number: expect.any(String), name: 'Toner für Alles' };
    expect(accessories.items).toEqual([
      {
        id: tonerId,
        ...article,
        ...UNLIKE,
        currency: 'EUR',
        hasImage: false,
        imageVersion: null,
        kind: 'Toner schwarz',
        yieldPages: 3000,
      },
    ]);
    const line = {
      articleId: tonerId,
      ...article,
      unit: 'Karton',
      kind: 'Toner schwarz',
      printer: {
        id: printerId,
        name,
        model: `${model.manufacturer} ${model.name}`,
        location: 'Bonn',
        room: '1.02',
        serialNumber: 'SN-ALLES',
      },
      quantity: 2,
      vatRatePercent: 7,
      netPriceCents: 4321,
      lineNetCents: 8642,
    };
    const { body: cart } = await putIntoCart(user, 'printer-shop', `${printerId}/${tonerId}`, 2);
    expect(cart.items).toEqual([{ ...line, available: true }]);
    const { body: order } = await submitCart(user, 'printer-shop');
    expect(order.lines).toEqual([{ ...line, id: expect.any(String) }]);
    for (const id of [printerId, made.printerId]) {
      await world.admin.change(`/staff/devices/${id}`, { status: 'RETIRED' });
    }
  });

  it('takes only what fits, and only for own printers', async () => {
    const put = (path: string): ReturnType<Api['put']> => user.put(path).send({ quantity: 1 });
    const { body } = await put(putPath(reception, office)).expect(422);
    expect(body.code).toBe('ordering.accessory-does-not-fit');
    await put(putPath(foreign, foreign)).expect(404);
    await put(putPath(foreign, reception)).expect(404);
    const noAccessory = await offerArticle(world.admin, { name: 'Maus' });
    await put(`/portal/printer-shop/cart/items/${reception.printerId}/${noAccessory}`).expect(404);
    await put(`/portal/printer-shop/cart/items/${noAccessory}/${reception.tonerId}`).expect(404);
    await user.delete(putPath(reception, reception)).expect(404);
    for (const quantity of [0, -1, 1000, 1.5, 1e20, '1']) {
      await user.put(putPath(reception, reception)).send({ quantity }).expect(422);
    }
  });

  it('takes ids in capital letters, too', async () => {
    const key = `${reception.printerId}/${reception.tonerId}`.toUpperCase();
    const path = `/portal/printer-shop/cart/items/${key}`;
    const { body } = await user.put(path).send({ quantity: 1 }).expect(200);
    expect(body.items).toMatchObject([{ articleId: reception.tonerId, available: true }]);
    await user.delete(path).expect(204);
  });

  it('warns gently, without a name, where the same is on its way for the same printer', async () => {
    await putIntoCart(mainUser, 'printer-shop', `${office.printerId}/${office.tonerId}`);
    const { body: order } = await submitCart(mainUser, 'printer-shop');
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Berlin' }).format(new Date());
    const accessories = await user
      .get(`/portal/printer-shop/printers/${office.printerId}/accessories`)
      .expect(200);
    expect(accessories.body.items[0].openRequestSince).toBe(today);
    expect(accessories.text).not.toContain(order.number);
    const { body: cart } = await putIntoCart(
      user,
      'printer-shop',
      `${office.printerId}/${office.tonerId}`,
      5,
    );
    expect(cart.items[0].openRequestSince).toBe(today);
    await submitCart(user, 'printer-shop');
  });

  describe('warns of what is on its way', () => {
    let printer: PrinterWithToner;
    let number: string;

    beforeEach(async () => {
      printer = await addPrinterWithToner(world.admin, customerId, 'Wartet');
      await putIntoCart(mainUser, 'printer-shop', `${printer.printerId}/${printer.tonerId}`);
      number = (await submitCart(mainUser, 'printer-shop')).body.number as string;
    });

    const since = async (): Promise<string | undefined> =>
      (await user.get(`/portal/printer-shop/printers/${printer.printerId}/accessories`).expect(200)).body
        .items[0].openRequestSince as string | undefined;
    /** The order was decided so many hours ago. */
    const age = (hours: number): Promise<unknown> =>
      asSuperuser(
        `UPDATE orders SET decided_at = now() - $1 * interval '1 hour' WHERE number = $2
                   AND tenant_id = (SELECT tenant_id FROM devices WHERE id = $3)`,
        [hours, number, printer.printerId],
      );

    it('until it is decided, and, where it was accepted, for 14 days more', async () => {
      expect(await since()).toEqual(expect.any(String));
      expect((await decideOrder(world.admin, number, { decision: 'ACCEPTED' })).status).toBe(200);
      expect(await since()).toEqual(expect.any(String));
      await age(14 * 24 - 1);
      expect(await since()).toEqual(expect.any(String));
      await age(14 * 24 + 1);
      expect(await since()).toBeUndefined();
    });

    it('not of what was rejected', async () => {
      expect((await decideOrder(world.admin, number, { decision: 'REJECTED' })).status).toBe(200);
      expect(await since()).toBeUndefined();
    });

    it('for that printer only, also where another company has one of the same model', async () => {
      const second = await addPrinter(world.admin, customerId, printer.printerModelId, 'Wartet nicht');
      const path = `/portal/printer-shop/printers/${second}/accessories`;
      const { body } = await user.get(path).expect(200);
      expect(body.items[0]).not.toHaveProperty('openRequestSince');
      const otherId = await addCustomer(world.admin, 'Nebenan GmbH');
      const neighbour = await addContact(world, otherId, 'MAIN_USER');
      const theirs = await addPrinter(world.admin, otherId, printer.printerModelId, 'Drüben');
      await putIntoCart(neighbour, 'printer-shop', `${theirs}/${printer.tonerId}`);
      const { body: order } = await submitCart(neighbour, 'printer-shop');
      expect(order.lines).toMatchObject([{ printer: { id: theirs } }]);
      expect((await user.get(path).expect(200)).body.items[0]).not.toHaveProperty('openRequestSince');
    });
  });
});

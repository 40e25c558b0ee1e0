import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { whileSubmitting } from './support/held-cart';
import { newestMail } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import {
  addPrinter,
  addPrinterWithToner,
  changeArticle,
  decideOrder,
  offerArticle,
  type PrinterWithToner,
  putIntoCart,
  setShops,
  shownCart,
  submitCart,
  UNLIKE,
} from './support/shops';
import { addPrinterModel, PNG } from './support/seed-catalog';
import { makeWorld, type World } from './support/world';

describe('The printer shop', () => {
  let world: World;
  let customerId: string;
  let mainUser: Api & { contactId: string };
  let user: Api & { email: string; contactId: string };
  let reception: PrinterWithToner;
  let office: PrinterWithToner;
  let foreign: PrinterWithToner;

  beforeAll(async () => {
    world = await makeWorld();
    await setShops(world.admin, { printerShop: { enabled: true, showPrices: true } });
    customerId = await addCustomer(world.admin, 'Druckt viel GmbH');
    const stranger = await addCustomer(world.admin, 'Fremd AG');
    mainUser = await addContact(world, customerId, 'MAIN_USER');
    user = await addContact(world, customerId, 'USER');
    reception = await addPrinterWithToner(world.admin, customerId, 'Empfang');
    office = await addPrinterWithToner(world.admin, customerId, 'Büro', { netPriceCents: 8900 });
    foreign = await addPrinterWithToner(world.admin, stranger, 'Fremder Drucker');
  });

  const putPath = ({ printerId }: PrinterWithToner, { tonerId }: PrinterWithToner): string =>
    `/portal/printer-shop/cart/items/${printerId}/${tonerId}`;

  it('shows both roles all printers of the company, also one without accessories; no other device', async () => {
    const bare = await addPrinterModel(world.admin, 'Ohne Zubehör');
    const bareId = await addPrinter(world.admin, customerId, bare, 'Archiv');
    const retired = await addPrinter(world.admin, customerId, bare, 'Schrott');
    const { headers } = await world.admin.get(`/staff/devices/${retired}`).expect(200);
    await world.admin
      .patch(`/staff/devices/${retired}`)
      .set('if-match', String(headers.etag))
      .send({ status: 'RETIRED' })
      .expect(200);
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
      const { headers } = await world.admin.get(`/staff/devices/${id}`).expect(200);
      await world.admin
        .patch(`/staff/devices/${id}`)
        .set('if-match', String(headers.etag))
        .send({ status: 'RETIRED' })
        .expect(200);
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

  it('keeps a line for each printer, and orders for it', async () => {
    const second = await addPrinter(world.admin, customerId, reception.printerModelId, 'Empfang 2');
    await putIntoCart(user, 'printer-shop', `${reception.printerId}/${reception.tonerId}`, 2);
    await putIntoCart(user, 'printer-shop', `${second}/${reception.tonerId}`, 1);
    await putIntoCart(user, 'printer-shop', `${reception.printerId}/${reception.tonerId}`, 3);
    const { body: order } = await submitCart(user, 'printer-shop');
    expect(order).toMatchObject({ kind: 'ORDER', shop: 'PRINTER_SHOP', totalNetCents: 4 * 6490 });
    expect(order.lines).toMatchObject([
      {
        quantity: 3,
        kind: 'Toner schwarz',
        printer: { id: reception.printerId, name: 'Empfang', location: 'Köln', serialNumber: 'SN-Empfang' },
      },
      { quantity: 1, printer: { id: second, name: 'Empfang 2' } },
    ]);
    const mail = await newestMail(user.email, { subject: order.number });
    expect(mail.text).toContain('für Empfang, Köln');
  });

  it('shows, counts and orders each accessory at its own VAT rate', async () => {
    const tonerIds: string[] = [];
    for (const [vatRatePercent, netPriceCents] of [
      [19, 1000],
      [7, 1000],
      [0, 1000],
    ]) {
      const name = `Zubehör zu ${vatRatePercent} %`;
      const values = { name, onlineShop: false, vatRatePercent, netPriceCents };
      const tonerId = await offerArticle(world.admin, values);
      await world.admin
        .put(`/staff/printer-models/${reception.printerModelId}/accessories/${tonerId}`)
        .send({ kind: 'Papier' })
        .expect(200);
      await putIntoCart(user, 'printer-shop', `${reception.printerId}/${tonerId}`);
      tonerIds.push(tonerId);
    }
    const totals = {
      currency: 'EUR',
      netCents: 3000,
      vat: [
        { vatRatePercent: 19, netCents: 1000, vatCents: 190 },
        { vatRatePercent: 7, netCents: 1000, vatCents: 70 },
        { vatRatePercent: 0, netCents: 1000, vatCents: 0 },
      ],
      grossCents: 3260,
    };
    const ratesOf = ({ items, lines = items }: Record<string, { vatRatePercent: number }[]>): number[] =>
      (lines ?? []).map(({ vatRatePercent }) => vatRatePercent);
    const { body: cart } = await user.get('/portal/printer-shop/cart').expect(200);
    expect([ratesOf(cart), cart.totals]).toEqual([[19, 7, 0], totals]);
    const { body: order } = await submitCart(user, 'printer-shop');
    expect([ratesOf(order), order.totals]).toEqual([[19, 7, 0], totals]);
    for (const tonerId of tonerIds) await changeArticle(world.admin, tonerId, { active: false });
  });

  it('keeps what is put into the cart while it is submitted', async () => {
    await putIntoCart(user, 'printer-shop', `${reception.printerId}/${reception.tonerId}`, 2);
    const shown = await shownCart(user, 'printer-shop');
    const { status, body: order } = await whileSubmitting(
      user.contactId,
      () => user.post('/portal/printer-shop/submissions').send(shown),
      () => putIntoCart(user, 'printer-shop', `${office.printerId}/${office.tonerId}`, 3),
    );
    expect(status).toBe(201);
    expect(order.lines).toMatchObject([{ articleId: reception.tonerId, quantity: 2 }]);
    const { body: cart } = await user.get('/portal/printer-shop/cart').expect(200);
    expect(cart.items).toMatchObject([{ articleId: office.tonerId, quantity: 3 }]);
    await user.delete(putPath(office, office)).expect(204);
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

  it('tells that prices were switched off between cart and submission, without a price', async () => {
    await putIntoCart(user, 'printer-shop', `${reception.printerId}/${reception.tonerId}`, 2);
    const shown = await shownCart(user, 'printer-shop');
    await setShops(world.admin, { printerShop: { showPrices: false } });
    const submit = (body: object): ReturnType<Api['post']> =>
      user.post('/portal/printer-shop/submissions').send(body);
    const refused = await submit(shown).expect(409);
    expect(refused.body).toMatchObject({ code: 'submission.mode-changed', mode: 'QUOTE_REQUEST' });
    const accessories = await user
      .get(`/portal/printer-shop/printers/${reception.printerId}/accessories`)
      .expect(200);
    for (const { text } of [refused, accessories]) expect(text).not.toMatch(/Cents|6490|64[.,]90|12980/);
    const { body: order } = await submit({ mode: 'QUOTE_REQUEST' }).expect(201);
    expect(order).toMatchObject({ kind: 'QUOTE_REQUEST', lines: [{ quantity: 2 }] });
    expect(JSON.stringify(order)).not.toMatch(/Cents/);
    await setShops(world.admin, { printerShop: { showPrices: true } });
    expect((await user.get(`/portal/orders/${order.id}`).expect(200)).text).not.toMatch(/Cents/);
  });

  it('reports line by line what cannot be had any more', async () => {
    const model = await addPrinterWithToner(world.admin, customerId, 'Kurzlebig');
    const gone = await addPrinterWithToner(world.admin, customerId, 'Verkauft');
    const inactive = await addPrinterWithToner(world.admin, customerId, 'Ausverkauft');
    for (const { printerId, tonerId } of [model, gone, inactive]) {
      await putIntoCart(user, 'printer-shop', `${printerId}/${tonerId}`);
    }
    const shown = await shownCart(user, 'printer-shop');
    // The toner fits another model only, the printer is retired, the article is no more.
    await world.admin
      .put(`/staff/printer-models/${office.printerModelId}/accessories/${model.tonerId}`)
      .send({ kind: 'Toner schwarz' })
      .expect(200);
    await world.admin
      .delete(`/staff/printer-models/${model.printerModelId}/accessories/${model.tonerId}`)
      .expect(204);
    const { headers } = await world.admin.get(`/staff/devices/${gone.printerId}`).expect(200);
    await world.admin
      .patch(`/staff/devices/${gone.printerId}`)
      .set('if-match', String(headers.etag))
      .send({ status: 'RETIRED' })
      .expect(200);
    await changeArticle(world.admin, inactive.tonerId, { active: false });

    const { body } = await user.post('/portal/printer-shop/submissions').send(shown).expect(409);
    expect(body).toMatchObject({
      code: 'submission.lines-changed',
      changes: [
        { articleId: model.tonerId, change: 'DOES_NOT_FIT' },
        { printerId: gone.printerId, change: 'PRINTER_NOT_AVAILABLE' },
        { articleId: inactive.tonerId, name: 'Toner für Ausverkauft', change: 'NOT_IN_SHOP' },
      ],
    });
    expect(body.cart.items.map(({ available }: { available: boolean }) => available)).toEqual([
      false,
      false,
      false,
    ]);
    for (const { printerId, tonerId } of [model, gone, inactive]) {
      await user.delete(`/portal/printer-shop/cart/items/${printerId}/${tonerId}`).expect(204);
    }
  });
});

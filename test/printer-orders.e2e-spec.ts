import type { Api } from './support/api';
import { whileSubmitting } from './support/held-cart';
import { newestMail } from './support/mailbox';
import {
  addPrinter,
  addPrinterWithToner,
  changeArticle,
  offerArticle,
  type PrinterWithToner,
  putIntoCart,
  setShops,
  shownCart,
  submitCart,
} from './support/shops';
import { makePrinterShop, type PrinterShop } from './support/shop-worlds';

describe('The printer shop', () => {
  let world: PrinterShop['world'];
  let customerId: PrinterShop['customerId'];
  let user: PrinterShop['user'];
  let reception: PrinterShop['reception'];
  let office: PrinterShop['office'];

  beforeAll(async () => {
    ({ world, customerId, user, reception, office } = await makePrinterShop());
  });

  const putPath = ({ printerId }: PrinterWithToner, { tonerId }: PrinterWithToner): string =>
    `/portal/printer-shop/cart/items/${printerId}/${tonerId}`;

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
    await world.admin.change(`/staff/devices/${gone.printerId}`, { status: 'RETIRED' });
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

import type { Response } from 'supertest';
import type { Api } from './api';
import { addArticle, addPrinterModel } from './seed-catalog';

interface Switches<State> {
  readonly enabled?: State;
  readonly showPrices?: State;
}

interface ShopSettings<State> {
  readonly onlineShop?: Switches<State>;
  readonly printerShop?: Switches<State>;
  readonly termsUrl?: string | null;
  readonly termsVersion?: string | null;
}

/** Sets the tenant's switches, and other settings besides. */
export async function setShops(admin: Api, settings: ShopSettings<boolean>): Promise<void> {
  await admin.change('/staff/settings', settings);
}

/** Sets what is different for a customer. */
export async function setCustomerShops(
  staff: Api,
  customerId: string,
  settings: ShopSettings<'INHERIT' | 'ON' | 'OFF'>,
): Promise<void> {
  await staff.change(`/staff/customers/${customerId}/shop-settings`, settings);
}

/** Changes an article, whatever its version is. */
export async function changeArticle(staff: Api, id: string, changes: object): Promise<void> {
  await staff.change(`/staff/articles/${id}`, changes);
}

let articles = 0;

/** An article that the online shop offers; answers with its id. */
export async function offerArticle(
  staff: Api,
  values: { name: string; [field: string]: unknown },
): Promise<string> {
  return addArticle(staff, { number: `ART-${++articles}`, onlineShop: true, ...values });
}

export interface PrinterWithToner {
  readonly printerId: string;
  readonly printerModelId: string;
  /** Fits the printer, and is not in the online shop. */
  readonly tonerId: string;
}

/** Of an article, each unlike the others and unlike what the program fills in: what is taken for another shows. */
export const UNLIKE = {
  description: 'Eine Beschreibung',
  manufacturer: 'Ein Hersteller',
  manufacturerNumber: 'HN-1',
  ean: '4977766779425',
  unit: 'Karton',
  category: 'Eine Warengruppe',
  vatRatePercent: 7,
  netPriceCents: 4321,
} as const;

/** A printer of a customer, of a model of its own, with a toner that fits. */
export async function addPrinterWithToner(
  staff: Api,
  customerId: string,
  name: string,
  toner: Record<string, unknown> = { netPriceCents: 6490 },
): Promise<PrinterWithToner> {
  const printerModelId = await addPrinterModel(staff, `Modell ${++articles}`);
  const tonerId = await offerArticle(staff, { name: `Toner für ${name}`, onlineShop: false, ...toner });
  await staff
    .put(`/staff/printer-models/${printerModelId}/accessories/${tonerId}`)
    .send({ kind: 'Toner schwarz', yieldPages: 3000 })
    .expect(200);
  const printerId = await addPrinter(staff, customerId, printerModelId, name);
  return { printerId, printerModelId, tonerId };
}

/** Answers with the id of a new printer of a customer. */
export async function addPrinter(
  staff: Api,
  customerId: string,
  printerModelId: string,
  name: string,
): Promise<string> {
  const { body } = await staff
    .post(`/staff/customers/${customerId}/devices`)
    .send({ name, printerModelId, location: 'Köln', room: 'Empfang', serialNumber: `SN-${name}` })
    .expect(201);
  return String(body.id);
}

export type ShopName = 'online-shop' | 'printer-shop';

/** Puts an article into a cart; for a printer, `line` is `printerId/articleId`. */
export async function putIntoCart(
  contact: Api,
  shop: ShopName,
  line: string,
  quantity = 1,
): Promise<Response> {
  return contact.put(`/portal/${shop}/cart/items/${line}`).send({ quantity }).expect(200);
}

/** What a client that shows a cart says of it when it submits. */
export interface Shown {
  readonly mode: 'ORDER' | 'QUOTE_REQUEST';
  readonly cartVersion: string;
  readonly expectedTotalNetCents?: number;
}

export async function shownCart(contact: Api, shop: ShopName): Promise<Shown> {
  const { body } = await contact.get(`/portal/${shop}/cart`).expect(200);
  return { mode: body.mode, cartVersion: body.version, expectedTotalNetCents: body.totals?.netCents };
}

/** Submits a cart as it shows itself. */
export async function submitCart(contact: Api, shop: ShopName, besides: object = {}): Promise<Response> {
  const shown = await shownCart(contact, shop);
  return contact
    .post(`/portal/${shop}/submissions`)
    .send({ ...shown, ...besides })
    .expect(201);
}

/** Decides an order or a quote request in the Postkorb. */
export async function decideOrder(staff: Api, number: string, outcome: object): Promise<Response> {
  const { body } = await staff.get(`/staff/inbox-items?number=${number}`).expect(200);
  return staff.put(`/staff/inbox-items/${body.items[0].id}/outcome`).send(outcome);
}

/** Answers an offer as it shows itself to the contact. */
export async function answerOffer(
  contact: Api,
  quoteRequestId: string,
  decision: 'ACCEPTED' | 'DECLINED',
  note?: string,
): Promise<Response> {
  const { body } = await contact.get(`/portal/orders/${quoteRequestId}`).expect(200);
  return contact
    .put(`/portal/orders/${quoteRequestId}/offer-decision`)
    .send({ decision, offerVersion: body.offer.version, note });
}

/** Makes the offer for a quote request in the Postkorb, at one price for every line. */
export async function makeOffer(
  staff: Api,
  quoteRequestId: string,
  netPriceCents: number,
  besides: object = {},
): Promise<void> {
  const { body } = await staff.get(`/staff/orders/${quoteRequestId}`).expect(200);
  const { status } = await decideOrder(staff, body.number as string, {
    decision: 'OFFER_MADE',
    validUntil: '2099-12-31',
    ...pricesFor(body, netPriceCents),
    ...besides,
  });
  if (status !== 200) throw new Error(`The offer was answered with ${status}.`);
}

/** One price for every line of a quote request. */
export function pricesFor(
  { lines }: { lines: { id: string }[] },
  netPriceCents: number,
): { lines: { lineId: string; netPriceCents: number }[] } {
  return { lines: lines.map(({ id }) => ({ lineId: id, netPriceCents })) };
}

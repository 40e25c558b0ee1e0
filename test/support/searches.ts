import type { Api } from './api';
import { addContact, addCustomer } from './population';
import { offerArticle, putIntoCart, submitCart } from './shops';
import { addArticle, addPrinterModel } from './seed-catalog';
import { openShops } from './seed-orders';
import { addAgent, type World } from './world';

/** One of the searches of the document, and how to put something there that it should find. */
export interface Searched {
  readonly name: string;
  readonly caller: Api;
  readonly path: (customer: string) => string;
  /** Answers with the id of what shows the text. */
  readonly add: (text: string) => Promise<string>;
  readonly table: string;
  /** What finds nothing of `Blechschere Amsel-Fink 70815` where typing errors are not forgiven. */
  readonly apart?: readonly string[];
  /** A filter of the list, and what a row has to be to pass it. */
  readonly filter?: { readonly query: string; readonly row: object };
}

let numbers = 0;

/** Each staff search has a caller of its own, so that none runs into the limit of requests. */
export async function makeSearches(
  world: World,
  contact: Api,
  customer: string,
): Promise<readonly Searched[]> {
  const { admin } = world;
  await openShops(admin);
  const model = await addPrinterModel(admin, 'Papagei 3000');
  const inCart = await offerArticle(admin, { name: 'Bleistift', netPriceCents: 100 });
  const idOf = async (path: string, values: object, caller = admin): Promise<string> =>
    String((await caller.post(path).send(values).expect(201)).body.id);
  const description = 'Bitte helfen Sie.';
  const fixed = (path: string) => () => path;
  const devices = (
    caller: Api,
    name: string,
    path: Searched['path'],
    filter?: Searched['filter'],
  ): Searched => ({
    name,
    caller,
    path,
    table: 'devices',
    add: (text) => idOf(`/staff/customers/${customer}/devices`, { name: text, printerModelId: model }),
    filter,
  });
  const orders = (caller: Api, name: string, path: string): Searched => ({
    name,
    caller,
    path: fixed(path),
    table: 'orders',
    add: async (reference) => {
      await putIntoCart(contact, 'online-shop', inCart);
      return String((await submitCart(contact, 'online-shop', { reference })).body.id);
    },
    filter: { query: 'status=ACCEPTED', row: { status: 'ACCEPTED' } },
  });
  const contacts = (caller: Api, name: string, path: Searched['path']): Searched => ({
    name,
    caller,
    path,
    table: 'contacts',
    add: (lastName) => idOf(`/staff/customers/${customer}/contacts`, { lastName }),
  });
  const stocked = { query: 'status=IN_STOCK', row: { status: 'IN_STOCK' } };
  const filed = { query: 'category=Rar', row: { category: 'Rar' } };
  const closed = { query: 'status=CLOSED', row: { status: 'CLOSED' } };
  return [
    {
      name: 'subjects of tickets, by staff',
      caller: await addAgent(world),
      path: fixed('/staff/tickets'),
      table: 'tickets',
      add: (subject) => idOf('/staff/tickets', { customerId: customer, subject, description }),
      apart: ['Amselblech', 'lechs', 'Fink 7081 Amsl'],
      filter: { query: 'priority=LOW', row: { priority: 'LOW' } },
    },
    {
      name: 'subjects of tickets, by contacts',
      caller: contact,
      path: fixed('/portal/tickets'),
      table: 'tickets',
      add: (subject) => idOf('/portal/tickets', { subject, description }, contact),
      filter: closed,
    },
    {
      name: 'descriptions of tickets',
      caller: contact,
      path: fixed('/portal/tickets'),
      table: 'tickets',
      add: (text) =>
        idOf('/portal/tickets', { subject: 'Hilfe', description: `Siehe ${text}, danke.` }, contact),
      filter: closed,
    },
    {
      name: 'customers',
      caller: await addAgent(world),
      path: fixed('/staff/customers'),
      table: 'customers',
      add: (name) => addCustomer(admin, name),
    },
    {
      name: 'articles, by staff',
      caller: await addAgent(world),
      path: fixed('/staff/articles'),
      table: 'articles',
      add: (name) => addArticle(admin, { name, number: `S-${++numbers}` }),
      filter: filed,
    },
    {
      name: 'articles of the online shop',
      caller: contact,
      path: fixed('/portal/online-shop/articles'),
      table: 'articles',
      add: (name) => offerArticle(admin, { name, number: `S-${++numbers}`, netPriceCents: 100 }),
      filter: filed,
    },
    {
      name: 'printer models',
      caller: await addAgent(world),
      path: fixed('/staff/printer-models'),
      table: 'printer_models',
      add: (name) => idOf('/staff/printer-models', { manufacturer: 'Brother', name }),
    },
    devices(await addAgent(world), 'devices', fixed('/staff/devices'), stocked),
    devices(
      await addAgent(world),
      'devices of a customer',
      (id) => `/staff/customers/${id}/devices`,
      stocked,
    ),
    devices(contact, 'printers', fixed('/portal/printer-shop/printers')),
    devices(contact, 'devices of the company', fixed('/portal/devices')),
    orders(await addAgent(world), 'references of orders', '/staff/orders'),
    orders(contact, 'references of orders, by contacts', '/portal/orders'),
    contacts(await addAgent(world), 'contacts of a customer', (id) => `/staff/customers/${id}/contacts`),
    contacts(await addContact(world, customer, 'MAIN_USER'), 'colleagues', fixed('/portal/colleagues')),
  ];
}

import type { Api } from './support/api';
import { addContact } from './support/population';
import { offerArticle, putIntoCart, submitCart } from './support/shops';
import { addPrinterModel } from './support/seed-catalog';
import { openShops } from './support/seed-orders';
import { addAgent, makeWorld, type World } from './support/world';

interface Hit {
  readonly kind: string;
  readonly id: string;
  readonly number: string | null;
  readonly title: string | null;
  readonly detail: string | null;
  readonly customer: { readonly name: string } | null;
}

describe('The search over everything', () => {
  let world: World;
  let agent: Api;
  let contact: Awaited<ReturnType<typeof addContact>>;
  let customer: string;

  beforeAll(async () => {
    world = await makeWorld();
    const { admin } = world;
    agent = await addAgent(world);
    customer = await made(`/staff/customers`, {
      name: 'Zimmerei Adler',
      number: 'K-70815',
      postalCode: '50667',
      city: 'Köln',
    });
    contact = await addContact(world, customer, 'MAIN_USER', 'Specht');
    await openShops(admin);
  }, 120_000);

  async function made(path: string, values: object, caller = world.admin): Promise<string> {
    return String((await caller.post(path).send(values).expect(201)).body.id);
  }

  async function hits(q: string, caller = agent): Promise<Hit[]> {
    const { body } = await caller.get(`/staff/search?q=${encodeURIComponent(q)}`).expect(200);
    return body.items as Hit[];
  }

  it('finds each kind with what people recognise it by', async () => {
    const { admin } = world;
    const ticket = await made(
      '/portal/tickets',
      { subject: 'Falke gesehen', description: 'Am Dach.' },
      contact,
    );
    const article = await offerArticle(admin, {
      name: 'Falke Toner',
      number: 'F-1',
      manufacturer: 'Brother',
      netPriceCents: 100,
    });
    await putIntoCart(contact, 'online-shop', article);
    const { body: order } = await submitCart(contact, 'online-shop', { reference: 'Falke 7' });
    const model = await addPrinterModel(admin, 'Falke 3000');
    const device = await made(`/staff/customers/${customer}/devices`, {
      name: 'Falke am Empfang',
      assetTag: 'INV-0815',
      location: 'Köln',
      room: '1.04',
    });
    const other = await made('/staff/customers', { name: 'Falke GmbH', number: 'K-2' });
    const person = await made(`/staff/customers/${other}/contacts`, {
      firstName: 'Ida',
      lastName: 'Falke',
      email: 'ida@falke.example',
      phone: '+49 221 123456',
    });
    const found = await hits('falke');
    expect(Object.fromEntries(found.map((hit) => [hit.kind, hit]))).toEqual({
      CUSTOMER: hit('CUSTOMER', other, { number: 'K-2', title: 'Falke GmbH' }),
      CONTACT: hit('CONTACT', person, {
        title: 'Ida Falke',
        detail: 'ida@falke.example · +49 221 123456',
        customer: { id: other, number: 'K-2', name: 'Falke GmbH' },
      }),
      TICKET: hit('TICKET', ticket, {
        number: expect.any(String),
        title: 'Falke gesehen',
        customer: adler(),
      }),
      ORDER: hit('ORDER', order.id, { number: order.number, title: 'Falke 7', customer: adler() }),
      ARTICLE: hit('ARTICLE', article, { number: 'F-1', title: 'Falke Toner', detail: 'Brother' }),
      DEVICE: hit('DEVICE', device, {
        number: 'INV-0815',
        title: 'Falke am Empfang',
        detail: 'Köln, 1.04',
        customer: adler(),
      }),
      PRINTER_MODEL: hit('PRINTER_MODEL', model, { title: 'Brother Falke 3000' }),
    });
    expect(found).toHaveLength(7);

    const typed = {
      'inv 0815': device,
      F1: article,
      'K-2': other,
      [String(order.number)]: order.id as string,
      '0221 123456': person,
      '0221123456': person,
      'ida@falke.example': person,
    };
    for (const [number, id] of Object.entries(typed))
      expect([number, (await hits(number))[0]?.id]).toEqual([number, id]);
  });

  function hit(kind: string, id: string, values: object): object {
    return { kind, id, number: null, title: null, detail: null, customer: null, ...values };
  }

  function adler(): object {
    return { id: customer, number: 'K-70815', name: 'Zimmerei Adler' };
  }

  it('puts a number before what begins so, and that before what has it somewhere', async () => {
    const ids = new Map<string, string>();
    for (const name of ['Amsel', 'Amsel Bau', 'Bau Amsel'])
      ids.set(name, await made('/staff/customers', { name }));
    const ticket = await made('/staff/tickets', {
      customerId: customer,
      subject: 'Die Amsel',
      description: 'Am Dach.',
    });
    const [listed] = (await agent.get('/staff/tickets?search=Amsel').expect(200)).body.items;
    expect((await hits('Amsel')).map(({ title }) => title)).toEqual([
      'Amsel',
      'Amsel Bau',
      'Bau Amsel',
      'Die Amsel',
    ]);
    await made(`/staff/tickets/${ticket}/comments`, { body: 'Geheim: Pirol', visibility: 'INTERNAL' });
    expect((await hits('Pirol')).map(({ id }) => id)).toEqual([ticket]);
    await made('/staff/customers', { name: `${listed.number} Bau` });
    expect((await hits(listed.number as string)).map(({ id }) => id)[0]).toBe(ticket);
  });

  it('answers five of each kind, the newest tickets, and nothing of other tenants', async () => {
    for (let n = 1; n <= 7; n++) {
      await made('/staff/tickets', { customerId: customer, subject: `Uhu ${n}`, description: 'Am Dach.' });
      await made('/staff/customers', { name: `Uhu ${n}` });
    }
    const found = await hits('uhu');
    expect(found.map(({ kind }) => kind)).toEqual([...Array(5).fill('CUSTOMER'), ...Array(5).fill('TICKET')]);
    expect(found.filter(({ kind }) => kind === 'TICKET').map(({ title }) => title)).toEqual(
      [7, 6, 5, 4, 3].map((n) => `Uhu ${n}`),
    );
    const stranger = await makeWorld();
    expect(await hits('uhu', stranger.admin)).toEqual([]);
  });

  it('takes what resembles the words only where nothing has them', async () => {
    await made('/staff/customers', { name: 'Rotkehlchen' });
    expect((await hits('Rotkelchen')).map(({ title }) => title)).toEqual(['Rotkehlchen']);
    await made('/staff/tickets', { customerId: customer, subject: 'Rotkelchen', description: 'Am Dach.' });
    expect((await hits('Rotkelchen')).map(({ kind }) => kind)).toEqual(['TICKET']);
  });

  it('follows a contact whose name, address or number changes', async () => {
    const id = await made(`/staff/customers/${customer}/contacts`, {
      firstName: 'Ina',
      lastName: 'Zaunkönig',
    });
    expect((await hits('zaunkoenig')).map((found) => found.id)).toEqual([id]);
    await agent.change(`/staff/contacts/${id}`, { lastName: 'Eisvogel', mobile: '0170 998877' });
    expect(await hits('zaunkoenig')).toEqual([]);
    expect((await hits('0170998877')).map((found) => found.id)).toEqual([id]);
  });

  it('wants two characters, and is for staff', async () => {
    await agent.get('/staff/search?q=a').expect(422);
    await agent.get('/staff/search').expect(422);
    await contact.get('/staff/search?q=adler').expect(403);
  });
});

import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { addContact, addCustomer } from './support/population';
import { answerOffer, makeOffer, offerArticle, putIntoCart, setShops, submitCart } from './support/shops';
import { makeWorld, type World } from './support/world';

type Contact = Awaited<ReturnType<typeof addContact>>;

const LISTS = ['tickets', 'orders', 'devices'] as const;
const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;

describe('Main users take lists of their company along', () => {
  let world: World;
  let customerId: string;
  let strangersId: string;
  let mainUser: Contact;
  let user: Contact;
  let stranger: Contact;

  beforeAll(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Erste GmbH');
    mainUser = await addContact(world, customerId, 'MAIN_USER', 'Haupt');
    user = await addContact(world, customerId, 'USER', 'Neben');
    strangersId = await addCustomer(world.admin, 'Andere AG');
    stranger = await addContact(world, strangersId, 'MAIN_USER');
  });

  async function file(api: Api, list: (typeof LISTS)[number], query = ''): Promise<string> {
    const { text, headers } = await api.get(`/portal/${list}/exports?${query}`).expect(200).buffer(true);
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(text.startsWith('\ufeff')).toBe(true);
    return text.slice(1);
  }

  async function rows(api: Api, list: (typeof LISTS)[number], query = ''): Promise<string[][]> {
    return (await file(api, list, query))
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';'));
  }

  it.each(LISTS)('but nobody else does: %s', async (list) => {
    const { body } = await user.get(`/portal/${list}/exports`).expect(403);
    expect(body.code).toBe('forbidden');
    await world.admin.get(`/portal/${list}/exports`).expect(403);
    // Of another company there is the head alone.
    expect(await rows(stranger, list)).toHaveLength(1);
    const { body: log } = await world.admin.get('/staff/audit-entries?action=table.exported').expect(200);
    expect(log.items[0]).toMatchObject({
      actorName: expect.stringContaining('Kim'),
      objectType: 'Customer',
      objectId: strangersId,
      changes: { operation: `exportPortal${list.slice(0, 1).toUpperCase()}${list.slice(1)}` },
    });
  });

  it('tickets: filtered like the list, and with nothing that a spreadsheet would compute', async () => {
    const record = async (api: Api, subject: string): Promise<string> =>
      (await api.post('/portal/tickets').send({ subject, description: 'x' }).expect(201)).body.number;
    const formula = await record(user, '=HYPERLINK("http://x.example";"Klick")');
    const done = await world.admin.get(`/staff/tickets?search=${formula}`).expect(200);
    await mainUser.put(`/portal/tickets/${done.body.items[0].id}/closure`).expect(204);
    const open = await record(mainUser, 'Drucker; mit "Anführung"');
    const text = await file(mainUser, 'tickets', 'status=NEW&status=CLOSED');
    const [head, ...lines] = text.trimEnd().split('\r\n');
    expect(head).toBe('Nummer;Betreff;Status;Ansprechpartner;Erfasst;Zuletzt geändert;Gelöst;Geschlossen');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(new RegExp(`^${open};"Drucker; mit ""Anführung""";Neu;Kim Haupt;`));
    expect(lines[1]).toMatch(
      new RegExp(`^${formula};"'=HYPERLINK\\(""http://x.example"";""Klick""\\)";Geschlossen;Kim Neben;`),
    );
    expect(lines[1]?.split(';').at(-1)).toMatch(MOMENT);
    expect(await rows(mainUser, 'tickets')).toHaveLength(2);
    expect(await rows(mainUser, 'tickets', `search=${formula}`)).toHaveLength(2);
    expect(await rows(mainUser, 'tickets', `status=NEW,CLOSED&contactId=${user.contactId}`)).toHaveLength(2);
    expect((await rows(mainUser, 'tickets', 'language=en'))[0]?.slice(0, 3)).toEqual([
      'Number',
      'Subject',
      'Status',
    ]);
    await mainUser.get('/portal/tickets/exports?limit=5').expect(422);
  });

  it('tickets: in words that are true for whoever reads the file', async () => {
    const subject = 'Welcher Fehler';
    const { body } = await mainUser.post('/portal/tickets').send({ subject, description: 'x' }).expect(201);
    await world.admin.change(`/staff/tickets/${body.id}`, { status: 'WAITING_FOR_CUSTOMER' });
    const statusIn = async (language: string): Promise<string | undefined> =>
      (await rows(mainUser, 'tickets', `search=${body.number}&language=${language}`))[1]?.[2];
    expect([await statusIn('de'), await statusIn('en')]).toEqual([
      'Wartet auf Antwort',
      'Waiting for an answer',
    ]);
  });

  it('all of them, however many pages that are', async () => {
    const manyId = await addCustomer(world.admin, 'Viele GmbH');
    const chief = await addContact(world, manyId, 'MAIN_USER');
    const devices = Array.from({ length: 1_201 }, (_, at) => `Gerät ${String(at).padStart(4, '0')}`);
    const { body } = await world.admin.get(`/staff/customers/${manyId}`).expect(200);
    const csv = ['Kundennummer;Name', ...devices.map((name) => `${body.number};${name}`)].join('\n');
    await world.admin
      .post('/staff/devices/imports')
      .attach('file', Buffer.from(csv), 'geraete.csv')
      .expect(200);
    const [head, ...lines] = await rows(chief, 'devices');
    expect(head).toEqual([
      'Inventarnummer',
      'Name',
      'Geräteart',
      'Druckermodell',
      'Seriennummer',
      'Standort',
      'Raum',
      'Benutzer',
      'Status',
    ]);
    expect(lines.map(([, name]) => name)).toEqual(devices);
    expect(lines[0]?.at(-1)).toBe('In Betrieb');
    expect(await rows(chief, 'devices', 'search=0007')).toHaveLength(2);
  });

  it('orders: with the prices that they have seen, and no others', async () => {
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: false } });
    const article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 25_000 });
    const request = async (): Promise<{ id: string; number: string }> => {
      await putIntoCart(mainUser, 'online-shop', article, 3);
      return (await submitCart(mainUser, 'online-shop')).body;
    };
    const offered = await request();
    await makeOffer(world.admin, offered.id, 20_000);
    const { number } = await request();
    const text = await file(mainUser, 'orders', 'language=en');
    expect(text).not.toMatch(/250|750/);
    const [head, first, second] = text
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(';'));
    expect(head?.slice(-3)).toEqual(['Net', 'Gross', 'Currency']);
    expect(first).toEqual([
      number,
      'Quote request',
      'Online shop',
      'Received',
      'Kim Haupt',
      '',
      expect.stringMatching(MOMENT),
      '',
      '',
      '',
      '',
    ]);
    expect(second?.slice(-3)).toEqual(['600.00', '714.00', 'EUR']);
    expect((await rows(mainUser, 'orders', 'status=OFFER_MADE')).map((row) => row.slice(-3))).toEqual([
      ['Netto', 'Brutto', 'Währung'],
      ['600,00', '714,00', 'EUR'],
    ]);
    const expiry = (day: string) =>
      asSuperuser('UPDATE orders SET offer_valid_until = $2 WHERE id = $1', [offered.id, day]);
    await expiry('2020-01-31');
    expect((await rows(mainUser, 'orders', 'status=OFFER_MADE'))[1]?.[3]).toBe('Angebot abgelaufen');
    await expiry('2099-12-31');
    // What comes from an accepted offer is no mere receipt.
    expect((await answerOffer(mainUser, offered.id, 'ACCEPTED')).status).toBe(200);
    const states = (query: string) => rows(mainUser, 'orders', `kind=ORDER&${query}`);
    expect((await states('language=en'))[1]?.[3]).toBe('Binding order');
    expect((await states('language=de'))[1]?.[3]).toBe('Verbindlich bestellt');
  });
});

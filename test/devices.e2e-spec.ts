import type { Api } from './support/api';
import { addCustomer } from './support/population';
import { addPrinterModel } from './support/seed-catalog';
import { makeWorld } from './support/world';

const UNKNOWN_ID = '01900000-0000-7000-8000-000000000000';

interface Listed {
  readonly items: readonly { readonly name: string }[];
}

describe('Devices', () => {
  let admin: Api;
  let customer: string;
  let other: string;
  let model: string;

  beforeAll(async () => {
    ({ admin } = await makeWorld());
    customer = await addCustomer(admin, 'Müller & Söhne GmbH');
    other = await addCustomer(admin, 'Praxis Dr. Özdemir');
    model = await addPrinterModel(admin, 'HL-L2350DW');
    const devices = [
      {
        name: 'Drucker Empfang',
        type: 'Drucker',
        printerModelId: model,
        location: 'Köln, Hauptgebäude',
        room: '0.01',
      },
      { name: 'Altdrucker', type: 'Drucker', printerModelId: model, status: 'RETIRED' },
      { name: 'Notebook Müller', type: 'Notebook', serialNumber: 'PF-3XK9Q', assetTag: 'INV-0815' },
      { name: 'Ersatzmonitor', type: 'Monitor', status: 'IN_STOCK', location: 'Lager' },
    ];
    for (const device of devices) await add(device);
    await add({ name: 'Praxisdrucker', printerModelId: model, location: 'Anmeldung' }, other);
  });

  function add(values: object, customerId = customer): ReturnType<Api['post']> {
    return admin.post(`/staff/customers/${customerId}/devices`).send(values).expect(201);
  }

  const names = async (path: string): Promise<string[]> => {
    const { body } = await admin.get(path).expect(200);
    return (body as Listed).items.map(({ name }) => name);
  };

  it('belong to a customer and know their printer model', async () => {
    const { body, headers } = await add({ name: 'Neu', printerModelId: model, notes: 'Intern' }, other);
    expect(headers.etag).toBe('"1"');
    expect(body).toMatchObject({
      customer: { id: other, name: 'Praxis Dr. Özdemir' },
      printerModel: { id: model, manufacturer: 'Brother', name: 'HL-L2350DW' },
      status: 'IN_USE',
      serialNumber: null,
      notes: 'Intern',
    });
    expect((await admin.get(`/staff/devices/${body.id}`).expect(200)).body).toEqual(body);
    const patch = admin.patch(`/staff/devices/${body.id}`).set('if-match', '"1"');
    const { body: changed } = await patch.send({ printerModelId: null, status: 'RETIRED' }).expect(200);
    expect(changed).toMatchObject({ version: 2, printerModel: null, status: 'RETIRED', notes: 'Intern' });
    const { body: audit } = await admin.get(`/staff/audit-entries?objectId=${body.id}`).expect(200);
    expect(audit.items[0]).toMatchObject({ action: 'device.changed', changes: { status: 'RETIRED' } });
  });

  it('are listed and filtered', async () => {
    const path = `/staff/customers/${customer}/devices`;
    expect(await names(path)).toEqual(['Altdrucker', 'Drucker Empfang', 'Ersatzmonitor', 'Notebook Müller']);
    expect(await names(`${path}?printersOnly=true`)).toEqual(['Altdrucker', 'Drucker Empfang']);
    expect(await names(`${path}?printersOnly=true&status=IN_USE,IN_STOCK`)).toEqual(['Drucker Empfang']);
    expect(await names(`${path}?type=Notebook`)).toEqual(['Notebook Müller']);
    expect(await names('/staff/devices?printersOnly=true&status=IN_USE')).toEqual([
      'Drucker Empfang',
      'Praxisdrucker',
    ]);
    const { body } = await admin.get(`${path}?status=KAPUTT`).expect(422);
    expect(body.errors[0].pointer).toBe('?status');
  });

  it.each([
    ['Empfang', 'Drucker Empfang'],
    ['haubtgebaeude', 'Drucker Empfang'],
    ['0.01', 'Drucker Empfang'],
    ['pf3xk9q', 'Notebook Müller'],
    ['INV 0815', 'Notebook Müller'],
    ['Mueller', 'Notebook Müller'],
    ['lager', 'Ersatzmonitor'],
    ['Anmeldung', 'Praxisdrucker'],
  ])('are found by %s', async (search, name) => {
    expect((await names(`/staff/devices?search=${encodeURIComponent(search)}`))[0]).toBe(name);
  });

  it('are searched at one customer only, if wanted', async () => {
    expect(
      await names(`/staff/customers/${customer}/devices?search=Praxisdrucker&status=IN_USE`),
    ).not.toContain('Praxisdrucker');
    expect(await names(`/staff/customers/${other}/devices?search=Praxisdruker`)).toContain('Praxisdrucker');
  });

  it('are found among all customers by whose and which model they are, also by a new name', async () => {
    const search = (words: string): Promise<string[]> =>
      names(`/staff/devices?search=${encodeURIComponent(words)}`);
    const tischler = await addCustomer(admin, 'Tischlerei Ahorn');
    const wide = await addPrinterModel(admin, 'Plotwave 3000', 'Canon');
    await add({ name: 'Plan', printerModelId: wide }, tischler);
    await add({ name: 'Säge' }, tischler);
    await add({ name: 'Karte', printerModelId: wide }, await addCustomer(admin, 'Amt für Karten'));
    expect((await search('plotwave')).sort()).toEqual(['Karte', 'Plan']);
    expect((await search('tischlerei')).sort()).toEqual(['Plan', 'Säge']);
    expect(await search('ahorn canon')).toEqual(['Plan']);
    expect(await search('Tischlerai Plotwave')).toEqual(['Plan']);
    // Where only one customer's are looked through, it goes without saying whose they are.
    expect(await names(`/staff/customers/${tischler}/devices?search=tischlerei`)).toEqual([]);

    const rename = async (path: string, values: object): Promise<void> => {
      const { body } = await admin.get(path).expect(200);
      await admin
        .patch(path)
        .set('if-match', `"${String(body.version)}"`)
        .send(values)
        .expect(200);
    };
    await rename(`/staff/customers/${tischler}`, { name: 'Möbelhaus Birke' });
    await rename(`/staff/printer-models/${wide}`, { name: 'Zirkelwave' });
    expect(await search('tischlerei')).toEqual([]);
    expect(await search('birke zirkelwave')).toEqual(['Plan']);
    const { body } = await admin.get('/staff/devices?search=birke%20zirkelwave').expect(200);
    await rename(`/staff/devices/${String(body.items[0].id)}`, { printerModelId: model });
    expect(await search('birke zirkelwave')).toEqual([]);
    expect(await search('birke brother')).toEqual(['Plan']);
  });

  it('of one printer model are listed page by page, wherever they stand', async () => {
    const own = await addPrinterModel(admin, 'bizhub 4000i', 'Konica');
    const [here, there] = [await addCustomer(admin, 'Hier GmbH'), await addCustomer(admin, 'Dort GmbH')];
    for (const [name, of] of [
      ['Dritter', there],
      ['Erster', here],
      ['Zweiter', there],
    ] as const)
      await add({ name, printerModelId: own }, of);
    const path = `/staff/devices?printerModelId=${own}&limit=2&count=true`;
    const { body } = await admin.get(path).expect(200);
    expect(body).toMatchObject({ totalCount: 3, items: [{ name: 'Dritter' }, { name: 'Erster' }] });
    expect(await names(`${path}&cursor=${String(body.nextCursor)}`)).toEqual(['Zweiter']);
    expect(await names(`/staff/devices?printerModelId=${own}&search=erster`)).toEqual(['Erster']);
    expect(await names(`/staff/devices?printerModelId=${UNKNOWN_ID}`)).toEqual([]);
    await admin.get('/staff/devices?printerModelId=bizhub').expect(422);
  });

  it('carry an asset tag once, whatever the case', async () => {
    const path = `/staff/customers/${other}/devices`;
    const { body } = await admin.post(path).send({ name: 'Doppelt', assetTag: 'inv-0815' }).expect(409);
    expect(body).toMatchObject({ code: 'device.asset-tag-taken', errors: [{ pointer: '/assetTag' }] });
    await add({ name: 'Ohne 1' }, other);
    await add({ name: 'Ohne 2', assetTag: null }, other);
  });

  it('have a printer model that exists, if any', async () => {
    const { admin: stranger } = await makeWorld();
    const foreign = await addPrinterModel(stranger, 'HL-L2350DW');
    const { body: device } = await add({ name: 'Umzug' }, other);
    for (const printerModelId of [UNKNOWN_ID, foreign]) {
      const { body } = await admin
        .post(`/staff/customers/${other}/devices`)
        .send({ name: 'Falsch', printerModelId })
        .expect(422);
      expect(body).toMatchObject({
        code: 'inventory.printer-model-unknown',
        errors: [{ pointer: '/printerModelId' }],
      });
      await admin
        .patch(`/staff/devices/${device.id}`)
        .set('if-match', '"1"')
        .send({ printerModelId })
        .expect(422);
    }
  });

  it('are not recorded for strangers', async () => {
    const { admin: stranger } = await makeWorld();
    await stranger.post(`/staff/customers/${customer}/devices`).send({ name: 'Fremd' }).expect(404);
    await stranger.get(`/staff/customers/${customer}/devices`).expect(404);
    await admin.post(`/staff/customers/${UNKNOWN_ID}/devices`).send({ name: 'Fremd' }).expect(404);
  });

  it('are in the overview of their customer, unless retired', async () => {
    const { body } = await admin.get(`/staff/customers/${customer}/overview`).expect(200);
    expect(body.devices).toMatchObject([
      { name: 'Drucker Empfang', printerModel: 'Brother HL-L2350DW', location: 'Köln, Hauptgebäude' },
      { name: 'Ersatzmonitor', printerModel: null, status: 'IN_STOCK' },
      { name: 'Notebook Müller', serialNumber: 'PF-3XK9Q' },
    ]);
    expect(body.more).toEqual({ contacts: false, openTickets: false, openOrders: false, devices: false });
  });

  it('are more than the overview shows, where it says so', async () => {
    const large = await addCustomer(admin, 'Viele Geräte AG');
    const overview = async (): Promise<{ shown: number; more: boolean }> => {
      const { body } = await admin.get(`/staff/customers/${large}/overview`).expect(200);
      return { shown: body.devices.length, more: body.more.devices };
    };
    for (let i = 0; i < 25; i++) {
      await admin
        .post(`/staff/customers/${large}/devices`)
        .send({ name: `Monitor ${i}` })
        .expect(201);
    }
    expect(await overview()).toEqual({ shown: 25, more: false });
    await admin.post(`/staff/customers/${large}/devices`).send({ name: 'Monitor' }).expect(201);
    expect(await overview()).toEqual({ shown: 25, more: true });
  });
});

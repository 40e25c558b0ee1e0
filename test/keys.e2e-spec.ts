import type { Api } from './support/api';
import { importCsv } from './support/files';
import { addCustomer } from './support/population';
import { makeWorld } from './support/world';

/** [as it is there, as it is meant again]: what nobody can tell apart. */
const ALIKE: readonly [string, string][] = [
  ['QZ 1', 'QZ\u00a01'],
  ['QZ 2', 'QZ  2'],
  ['QZ 3', 'QZ\u20033'],
  ['QÄ4', 'QA\u03084'],
  ['QÄ5', 'qä5'],
  ['QZ-6', 'ＱＺ－６'],
  ['QZ-7', 'QZ\u20117'],
  ['QZ-8', 'QZ–8'],
  ['Weiß9', 'WEISS9'],
  ['İ10', 'i\u030710'],
  ['ΣΑΣ11', 'σας11'],
];

/** [path, field, other fields, code of the refusal] of everything that has a number of its own. */
const NUMBERED = [
  ['/staff/articles', 'number', { name: 'Toner' }, 'article.number-taken'],
  ['/staff/customers', 'number', { name: 'Meier' }, 'customer.number-taken'],
  ['/staff/customers/:customer/devices', 'assetTag', { name: 'Drucker' }, 'device.asset-tag-taken'],
  ['/staff/printer-models', 'name', { manufacturer: 'Brother' }, 'printer-model.taken'],
  ['/staff/printer-models', 'manufacturer', { name: 'HL' }, 'printer-model.taken'],
] as const;

describe('Numbers that look alike', () => {
  let admin: Api;
  let customerId: string;

  beforeAll(async () => {
    ({ admin } = await makeWorld());
    customerId = await addCustomer(admin, 'Müller & Söhne GmbH');
  });

  it.each(NUMBERED)('are one: %s %s', async (pattern, field, others, code) => {
    const path = pattern.replace(':customer', customerId);
    for (const [there, again] of ALIKE) {
      await admin
        .post(path)
        .send({ ...others, [field]: there })
        .expect(201);
      const { body } = await admin
        .post(path)
        .send({ ...others, [field]: again })
        .expect(409);
      expect(body.code).toBe(code);
    }
    const { body, headers } = await admin
      .post(path)
      .send({ ...others, [field]: 'QZ1' })
      .expect(201);
    const own = path.includes('devices') ? `/staff/devices/${String(body.id)}` : `${path}/${String(body.id)}`;
    const change = (number: string) =>
      admin
        .patch(own)
        .set('if-match', headers.etag ?? '')
        .send({ [field]: number });
    await change('qz\u00a01').expect(409);
    const { body: changed } = await change('qZ1').expect(200);
    expect(changed[field]).toBe('qZ1');
  });

  it('are not what can be told apart', async () => {
    for (const number of ['R 1', 'R1', 'R.1', 'R-1', '0R1', 'RÄ1', 'RAE1'])
      await admin.post('/staff/articles').send({ number, name: 'Toner' }).expect(201);
  });

  it('that the program gives out avoid those that are there', async () => {
    const { body } = await admin.post('/staff/customers').send({ name: 'Nächster' }).expect(201);
    const next = Number(String(body.number).slice(2)) + 1;
    await admin
      .post('/staff/customers')
      .send({ name: 'Vorweg', number: `k-${next}` })
      .expect(201);
    const { body: after } = await admin.post('/staff/customers').send({ name: 'Danach' }).expect(201);
    expect(after.number).toBe(`K-${next + 1}`);
  });
});

describe('Numbers in files', () => {
  let admin: Api;

  beforeEach(async () => {
    ({ admin } = await makeWorld());
  });

  it('that look alike are told with both lines', async () => {
    const numbers = ['QZ 1', 'QZ\u00a01', 'QZ1', 'QZ1\u200b', 'QÄ1', 'QA\u03081', 'qz1'];
    const file = ['Artikelnummer;Bezeichnung', ...numbers.map((number) => `${number};Toner`)].join('\n');
    const { body } = await importCsv(admin, 'articles', file, { mode: 'GOOD_ROWS_ONLY' });
    expect(body).toMatchObject({ created: 3, failed: 4 });
    expect(body.errors).toMatchObject([
      { line: 3, column: 1, code: 'duplicate', detail: expect.stringContaining('Zeile 2') },
      { line: 5, column: 1, code: 'invisible' },
      { line: 7, column: 1, code: 'duplicate', detail: expect.stringContaining('Zeile 6') },
      { line: 8, column: 1, code: 'duplicate', detail: expect.stringContaining('Zeile 4') },
    ]);
  });

  it.each([
    ['articles', 'Artikelnummer;Bezeichnung', ';Neu', 'name'],
    ['customers', 'Kundennummer;Name', ';Neu', 'name'],
    ['devices', 'Inventarnummer;Kundennummer;Name', ';K-1;Neu', 'name'],
  ])('find what is there: %s', async (collection, header, rest, field) => {
    const customer = await importCsv(admin, 'customers', 'Kundennummer;Name\nK-1;Kunde\n');
    expect(customer.body.created).toBe(1);
    const first = await importCsv(
      admin,
      collection,
      [header, ...ALIKE.map(([there]) => there + rest.replace('Neu', 'Alt'))].join('\n'),
    );
    expect(first.body).toMatchObject({ created: ALIKE.length, failed: 0 });
    const second = await importCsv(
      admin,
      collection,
      [header, ...ALIKE.map(([, again]) => again + rest.replace('K-1', 'k\u20111'))].join('\n'),
    );
    expect(second.body).toMatchObject({ created: 0, updated: ALIKE.length, failed: 0 });
    const path = collection === 'devices' ? `customers/${await idOf('K-1')}/devices` : collection;
    const { body } = await admin.get(`/staff/${path}?limit=100`).expect(200);
    const items = (body.items as Record<string, string>[]).filter((item) => item[field] === 'Neu');
    const numbers = items.map((item) => item.number ?? item.assetTag);
    // As they were entered first.
    expect(numbers.sort()).toEqual(ALIKE.map(([there]) => there).sort());
  });

  async function idOf(number: string): Promise<string> {
    const { body } = await admin.get('/staff/customers?sort=number').expect(200);
    return (body.items as { id: string; number: string }[]).find((item) => item.number === number)?.id ?? '';
  }

  it('find articles, models and devices by names that are spelled otherwise', async () => {
    await importCsv(admin, 'customers', 'Kundennummer;Name\nK-1;Kunde\n');
    await importCsv(admin, 'articles', 'Artikelnummer;Bezeichnung\nTN-2420;Toner\n');
    const models = 'Druckerhersteller;Druckermodell;Artikelnummer;Art\n';
    const first = await importCsv(admin, 'printer-models', `${models}Brother;HL-L2350 DW;TN-2420;Toner\n`);
    expect(first.body).toMatchObject({ created: 1, failed: 0 });
    const again = await importCsv(
      admin,
      'printer-models',
      `${models}BROTHER;HL–L2350\u00a0DW;tn\u20112420;Toner\n`,
    );
    expect(again.body).toMatchObject({ created: 0, unchanged: 1, failed: 0 });
    const devices = 'Kundennummer;Name;Seriennummer;Druckerhersteller;Druckermodell\n';
    const printer = await importCsv(admin, 'devices', `${devices}k-1;Empfang;SN-1;brother;ＨＬ-L2350 DW\n`);
    expect(printer.body).toMatchObject({ created: 1, failed: 0 });
    const moved = await importCsv(admin, 'devices', `${devices}K-1;Archiv;sn\u20111;Brother;HL-L2350 DW\n`);
    expect(moved.body).toMatchObject({ created: 0, updated: 1, failed: 0 });
  });
});

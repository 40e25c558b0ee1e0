import type { Api } from './support/api';
import { exportCsv, importCsv } from './support/files';
import { makeWorld } from './support/world';

/** What people write that a file, a spreadsheet or an import could take for something else. */
const AWKWARD = [
  'Kabel 2 m',
  '=1+1',
  '＝1+1',
  '-5',
  '+49 221',
  '@SUM',
  "'=1",
  "''=1",
  "'s-Hertogenbosch",
  '#NV',
  '#BEZUG!',
  '####',
  '4,01234E+12',
  '1E+05',
  '="00077"',
  '00077',
  'sep=;',
  '"',
  '"a"',
  'a;b,c|d',
  '\\',
  'NULL',
  'ja',
  '1.234,50',
  '12.50',
  'Müller – Söhne „Groß“',
  'Łódź Ελλάς 日本 🖨️',
  'MÃ¼ller',
  '\ufffd',
];

interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Whatever the program holds: exporting and importing it changes nothing. */
describe('An export that is imported again', () => {
  let admin: Api;

  beforeEach(async () => {
    ({ admin } = await makeWorld());
  });

  const add = async (path: string, values: object): Promise<Row> =>
    (await admin.post(`/staff/${path}`).send(values).expect(201)).body as Row;

  const all = async (path: string): Promise<Row[]> =>
    (await admin.get(`/staff/${path}?limit=100`).expect(200)).body.items as Row[];

  async function changesNothing(collection: string, rows: number, path = collection): Promise<void> {
    const before = await all(path);
    const file = await exportCsv(admin, collection);
    const { status, body } = await importCsv(admin, collection, file);
    expect([collection, status, body.errors, body.rows, body.unchanged]).toEqual([
      collection,
      200,
      [],
      rows,
      rows,
    ]);
    expect(await all(path)).toEqual(before);
    expect(await exportCsv(admin, collection)).toBe(file);
  }

  it('changes no customer', async () => {
    for (const [i, text] of AWKWARD.entries()) {
      await add('customers', {
        number: i < 20 ? `${text}${i}`.slice(0, 30) : `KD-${i}`,
        name: text,
        street: text,
        city: text,
        phone: text,
        country: 'AT',
        website: `https://kunde${i}.example/?a=b#c`,
        notes: `${text}\n${text}\r\n\t${text}`,
      });
    }
    await changesNothing('customers', AWKWARD.length);
  });

  it('changes no contact', async () => {
    const { id } = await add('customers', { number: '=KD 1', name: 'Eins' });
    for (const [i, text] of AWKWARD.entries()) {
      await add(`customers/${id}/contacts`, {
        firstName: i % 2 === 0 ? text : undefined,
        lastName: text,
        email: i % 3 === 0 ? undefined : `Person.${i}@bücher.example`,
        phone: text.slice(0, 50),
        mobile: text.slice(0, 50),
        position: text,
        language: [undefined, 'de', 'en'][i % 3],
        ticketMails: i % 4 !== 0,
        notes: `${text}\n${text}\r\n\t${text}`,
      });
    }
    await changesNothing('contacts', AWKWARD.length, `customers/${id}/contacts`);
  });

  it('changes no article', async () => {
    const prices = [0, 5, 1250, 125_000, 1_250_000, 100_000_000, undefined];
    for (const [i, text] of AWKWARD.entries()) {
      await add('articles', {
        number: `${text}${i}`,
        name: text,
        description: `${text}\n\n${text}`,
        manufacturer: text,
        manufacturerNumber: text,
        category: text,
        unit: text,
        netPriceCents: prices[i % prices.length],
        vatRatePercent: [0, 7, 8.1, 19, 100][i % 5],
        onlineShop: i % 2 === 0,
        active: i % 3 !== 0,
      });
    }
    await changesNothing('articles', AWKWARD.length);
  });

  it('changes no printer model', async () => {
    let rows = 0;
    for (const [i, text] of AWKWARD.entries()) {
      const model = await add('printer-models', { manufacturer: text, name: `${text} ${i}` });
      for (let j = 0; j < i % 3; j++) {
        const article = await add('articles', { number: `${text}${i}${j}`, name: text });
        await admin
          .put(`/staff/printer-models/${model.id}/accessories/${article.id}`)
          .send({ kind: text, yieldPages: j === 0 ? 3000 : undefined })
          .expect(200);
      }
      rows += Math.max(1, i % 3);
    }
    await changesNothing('printer-models', rows);
  });

  it('changes no device', async () => {
    const customers = [
      await add('customers', { number: '=KD 1', name: 'Eins' }),
      await add('customers', { name: 'Zwei' }),
    ];
    // Names that are the same when they are put together.
    const models = [
      await add('printer-models', { manufacturer: 'Brother HL', name: 'L 2350' }),
      await add('printer-models', { manufacturer: 'Brother', name: 'HL L 2350' }),
    ];
    let rows = 0;
    const record = async (customer: number, values: object): Promise<void> => {
      rows += 1;
      await add(`customers/${customers[customer]?.id}/devices`, values);
    };
    for (const [i, text] of AWKWARD.entries()) {
      await record(i % 2, {
        name: text,
        type: text,
        assetTag: i % 3 === 0 ? `${text}${i}` : undefined,
        serialNumber: i % 3 === 1 ? `${text}${i}` : undefined,
        location: text,
        room: text,
        userName: text,
        notes: `${text}\n${text}`,
        status: ['IN_USE', 'IN_STOCK', 'RETIRED'][i % 3],
        printerModelId: i % 2 === 0 ? models[i % 4 === 0 ? 0 : 1]?.id : undefined,
      });
    }
    // Several of one name, with and without anything that tells them apart.
    for (const room of ['1', '2', '2']) await record(0, { name: 'Monitor', room });
    await record(0, { name: 'MONITOR', status: 'RETIRED' });
    await record(0, { name: 'Monitor', serialNumber: 'SN1' });
    await record(0, { name: 'Monitor', serialNumber: 'SN1', room: '2' });
    await record(0, { name: 'Monitor', serialNumber: 'sn1', assetTag: 'INV' });
    await record(1, { name: 'Monitor', serialNumber: 'SN1' });
    await record(1, { name: 'Monitor' });
    await changesNothing('devices', rows);
  });

  it('changes no device among more than one statement writes', async () => {
    const { id } = await add('customers', { number: 'KD-1', name: 'Eins' });
    const file = ['Inventarnummer;Kundennummer;Name'];
    for (let i = 0; i < 1_200; i++) file.push(`INV-${i};KD-1;Gerät ${i}`);
    expect((await importCsv(admin, 'devices', file.join('\n'))).body).toMatchObject({ created: 1_200 });
    await add(`customers/${id}/devices`, { name: 'Gerät 1' });
    await add(`customers/${id}/devices`, { name: 'Gerät 1' });
    const { body } = await importCsv(admin, 'devices', await exportCsv(admin, 'devices'));
    expect(body).toMatchObject({ rows: 1_202, unchanged: 1_202, errors: [] });
  });
});

import type { Response } from 'supertest';
import type { Api } from './support/api';
import { exportCsv, importCsv } from './support/files';
import { makeWorld } from './support/world';

const ARTICLES = `Artikelnummer;Bezeichnung;Hersteller;Nettopreis;USt-Satz;Warengruppe;OnlineShop;Aktiv
T-1;Toner schwarz TN-2420;Brother;64,90;19;Toner;ja;ja
T-2;Trommel DR-2400;Brother;1.089,5;8,1 %;Trommeln;;ja
T-3;"Monitor 24"" groß";Dell;;;Monitore;nein;nein
`;
const MODELS = `Druckerhersteller;Druckermodell;Artikelnummer;Art;Reichweite
Brother;HL-L2350DW;T-1;Toner schwarz;3.000
Brother;HL-L2350DW;T-2;Trommeleinheit;12000
Brother;QL-820NWB;;;
`;
const DEVICES = `Inventarnummer;Kundennummer;Name;Geräteart;Druckerhersteller;Druckermodell;Seriennummer;Status
INV-1;KD-1;Drucker Empfang;Drucker;brother;HL-L2350DW;SN1;In Betrieb
INV-2;KD-1;Notebook;Notebook;;;SN2;Auf Lager
INV-3;KD-2;Alter Drucker;Drucker;Brother;HL-L2350DW;SN3;Ausgemustert
`;
/** Of each kind, in an order in which they can be imported. */
const FILES = { articles: ARTICLES, 'printer-models': MODELS, devices: DEVICES };

describe('Files of the catalog and the inventory', () => {
  let admin: Api;

  beforeEach(async () => {
    ({ admin } = await makeWorld());
    for (const number of ['KD-1', 'KD-2']) {
      await admin
        .post('/staff/customers')
        .send({ number, name: `Kunde ${number}` })
        .expect(201);
    }
  });

  const send = (collection: string, content: string, fields?: Record<string, string>): Promise<Response> =>
    importCsv(admin, collection, content, fields);

  async function items(path: string): Promise<Record<string, unknown>[]> {
    const { body } = await admin.get(path).expect(200);
    return body.items;
  }

  const placesOf = ({ body }: Response): unknown[] =>
    (body.errors as Record<string, unknown>[]).map(({ line, columnName, code }) => [line, columnName, code]);

  async function everything(): Promise<void> {
    for (const [collection, content] of Object.entries(FILES)) {
      const { body } = await send(collection, content);
      expect([collection, body]).toMatchObject([
        collection,
        { rows: 3, created: 3, failed: 0, applied: true },
      ]);
    }
  }

  it('are read as German programs write them', async () => {
    await everything();
    const [first, second, third] = await items('/staff/articles?sort=number');
    expect(first).toMatchObject({
      number: 'T-1',
      netPriceCents: 6490,
      vatRatePercent: 19,
      unit: 'Stück',
      onlineShop: true,
      active: true,
    });
    expect(second).toMatchObject({ netPriceCents: 108950, vatRatePercent: 8.1, onlineShop: false });
    expect(third).toMatchObject({ name: 'Monitor 24" groß', vatRatePercent: 19, active: false });
    expect(third).not.toHaveProperty('netPriceCents');
    expect(await items('/staff/articles?search=TN2420')).toHaveLength(1);

    const models = await items('/staff/printer-models');
    expect(models.map(({ name, accessoryCount }) => [name, accessoryCount])).toEqual([
      ['HL-L2350DW', 2],
      ['QL-820NWB', 0],
    ]);
    const accessories = await items(`/staff/printer-models/${String(models[0]?.id)}/accessories`);
    expect(accessories.map(({ number, kind, yieldPages }) => [number, kind, yieldPages])).toEqual([
      ['T-1', 'Toner schwarz', 3000],
      ['T-2', 'Trommeleinheit', 12000],
    ]);
    const devices = await items('/staff/devices');
    expect(devices.map(({ assetTag, status }) => [assetTag, status])).toEqual([
      ['INV-3', 'RETIRED'],
      ['INV-1', 'IN_USE'],
      ['INV-2', 'IN_STOCK'],
    ]);
    expect(devices[1]).toMatchObject({ customer: { number: 'KD-1' }, printerModel: { name: 'HL-L2350DW' } });
  });

  it.each(['articles', 'printer-models', 'devices', 'customers'])(
    'have a template that can be imported as it is, with its columns explained: %s',
    async (collection) => {
      const path = `/staff/${collection}/imports/template`;
      const { body } = await admin.get(path).set('accept-language', 'en').expect(200);
      const names = body.columns.map(({ name }: { name: string }) => name);
      expect(body.csv).toBe(`\ufeff${names.join(';')}\r\n`);
      expect(body.columns.some(({ key }: { key: boolean }) => key)).toBe(true);
      expect(body.columns[0].content).toMatch(/^text of at most/);
      const { body: report } = await send(collection, body.csv);
      expect(report).toMatchObject({ rows: 0, applied: true });
    },
  );

  it('say what stands in a cell that cannot be taken', async () => {
    const { body } = await send('articles', ARTICLES.replace('64,90', 'viel'), { dryRun: 'true' });
    expect(body.errors).toMatchObject([{ line: 2, columnName: 'Nettopreis', cell: 'viel', code: 'money' }]);
    const models = await send('printer-models', MODELS, { dryRun: 'true' });
    expect(models.body.errors[1]).toMatchObject({ line: 3, columnName: 'Artikelnummer', cell: 'T-2' });
  });

  it('change nothing when they come again, also as they were exported', async () => {
    await everything();
    for (const [collection, content] of Object.entries(FILES)) {
      for (const file of [content, await exportCsv(admin, collection)]) {
        const { body } = await send(collection, file);
        expect([collection, body]).toMatchObject([collection, { rows: 3, unchanged: 3, applied: true }]);
      }
    }
    expect((await exportCsv(admin, 'articles')).split('\r\n')[1]).toBe(
      'T-1;Toner schwarz TN-2420;;Brother;;;Stück;64,90;19;Toner;ja;ja',
    );
    expect((await items('/staff/articles?sort=number'))[0]?.version).toBe(1);
  });

  it('change what is different, and nothing that they do not name', async () => {
    await everything();
    expect((await send('articles', 'number;netPrice\nT-1;70\nT-2;\nT-3;\n')).body).toMatchObject({
      updated: 2,
      unchanged: 1,
    });
    const [first, second] = await items('/staff/articles?sort=number');
    expect(first).toMatchObject({ netPriceCents: 7000, version: 2, category: 'Toner', onlineShop: true });
    expect(second).not.toHaveProperty('netPriceCents');
    expect((await send('printer-models', MODELS.replace('3.000', '3.100'))).body).toMatchObject({
      updated: 1,
      unchanged: 2,
    });
    expect((await send('devices', 'Inventarnummer;Status;Raum\ninv-1;retired;2.14\n')).body).toMatchObject({
      updated: 1,
      failed: 0,
    });
    const devices = await items('/staff/devices?search=INV-1');
    expect(devices[0]).toMatchObject({
      status: 'RETIRED',
      room: '2.14',
      version: 2,
      name: 'Drucker Empfang',
    });
  });

  it('are held against what is known', async () => {
    await everything();
    const articles = await send(
      'articles',
      `Artikelnummer;Bezeichnung;EAN;Nettopreis;USt-Satz;Aktiv
A-1;a;4006381333932;1,234;x;
A-2;b;4006381333931;2.000.000,00;19;ja
`,
    );
    expect(articles.status).toBe(422);
    expect(placesOf(articles)).toEqual([
      [2, 'EAN', 'ean'],
      [2, 'Nettopreis', 'money'],
      [2, 'USt-Satz', 'percent'],
      [2, 'Aktiv', 'required'],
      [3, 'Nettopreis', 'too-large'],
    ]);
    const models = await send(
      'printer-models',
      `Hersteller;Modell;Artikelnummer;Art;Reichweite
Brother;HL-1;T-99;Toner;
Brother;HL-1;T-1;;
Brother;HL-2;T-1;Toner;0
BROTHER;hl-3;T-1;Toner;
Brother;HL-3;T-1;Toner;
`,
    );
    expect(placesOf(models)).toEqual([
      [2, 'Artikelnummer', 'article-unknown'],
      [3, 'Art', 'kind-missing'],
      [4, 'Reichweite', 'too-small'],
      [6, 'Artikelnummer', 'duplicate'],
    ]);
    const devices = await send(
      'devices',
      `Inventarnummer;Kundennummer;Name;Druckermodell;Status
INV-9;KD-99;a;;
INV-10;KD-1;b;Brother HL-9;
INV-11;KD-1;c;Brother HL-L2350DW;
INV-1;KD-2;d;;
INV-12;KD-1;e;;kaputt
`,
      { mode: 'GOOD_ROWS_ONLY' },
    );
    expect(devices.body).toMatchObject({ created: 1, failed: 4 });
    expect(placesOf(devices)).toEqual([
      [2, 'Kundennummer', 'customer-unknown'],
      [3, 'Druckermodell', 'printer-model-unknown'],
      [5, 'Inventarnummer', 'other-customer'],
      [6, 'Status', 'choice'],
    ]);
    expect(await items('/staff/printer-models')).toHaveLength(2);
    expect(await items('/staff/devices')).toHaveLength(4);
  });

  it('have one decimal sign in a column, and no amount that could be another', async () => {
    const rows = (...prices: string[]): string =>
      [
        'Artikelnummer;Bezeichnung;Nettopreis;Aktiv',
        ...prices.map((price, i) => `P-${i};x;${price};ja`),
        '',
      ].join('\n');
    const priceErrors = async (...prices: string[]): Promise<unknown[]> => {
      const { body } = await send('articles', rows(...prices), { dryRun: 'true' });
      return placesOf({ body } as Response);
    };
    expect(await priceErrors('12.125', '12.50', '7')).toEqual([[2, 'Nettopreis', 'ambiguous']]);
    expect(await priceErrors('12.50', '1.250', '1,250', '12,125')).toEqual([
      [3, 'Nettopreis', 'ambiguous'],
      [4, 'Nettopreis', 'ambiguous'],
      [5, 'Nettopreis', 'ambiguous'],
    ]);
    expect(await priceErrors('12.50', '12,50', '13.50', '1.234.567')).toEqual([
      [3, 'Nettopreis', 'decimal-sign'],
      [5, 'Nettopreis', 'decimal-sign'],
    ]);
    expect(await priceErrors('1.250', '1.300')).toHaveLength(2);
    // What an amount means follows from the whole column, also from far below.
    const far = Array.from({ length: 700 }, () => '5');
    expect(await priceErrors('1.250', ...far, '12.50')).toEqual([[2, 'Nettopreis', 'ambiguous']]);
    expect(await priceErrors('1.250', ...far, '12,50')).toEqual([]);
    await send('articles', rows('1.250', '12,50'));
    expect((await items('/staff/articles?sort=number')).map((article) => article.netPriceCents)).toEqual([
      125_000, 1250,
    ]);
  });

  it('know nothing of other tenants', async () => {
    await everything();
    const { admin: stranger } = await makeWorld();
    expect((await importCsv(stranger, 'articles', ARTICLES)).body).toMatchObject({ created: 3 });
    const { body } = await importCsv(stranger, 'devices', DEVICES, { mode: 'GOOD_ROWS_ONLY' });
    expect(body).toMatchObject({ created: 0, failed: 3 });
    expect((await exportCsv(stranger, 'devices')).split('\r\n')).toHaveLength(2);
  });
});

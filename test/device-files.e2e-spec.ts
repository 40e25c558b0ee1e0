import type { Response } from 'supertest';
import type { Api } from './support/api';
import { exportCsv, importCsv } from './support/files';
import { addPrinterModel } from './support/seed-catalog';
import { makeWorld } from './support/world';

interface Device {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

describe('Devices in CSV files', () => {
  let admin: Api;
  let customer: string;
  let other: string;

  beforeEach(async () => {
    ({ admin } = await makeWorld());
    [customer, other] = [await add('KD-1'), await add('KD-2')];
  });

  async function add(number: string): Promise<string> {
    const { body } = await admin
      .post('/staff/customers')
      .send({ number, name: `Kunde ${number}` })
      .expect(201);
    return String(body.id);
  }

  const record = (values: object, at = customer): ReturnType<Api['post']> =>
    admin.post(`/staff/customers/${at}/devices`).send(values).expect(201);

  const send = (content: string, fields?: Record<string, string>): Promise<Response> =>
    importCsv(admin, 'devices', content, fields);

  const devices = async (): Promise<Device[]> =>
    (await admin.get('/staff/devices?limit=100').expect(200)).body.items as Device[];

  const placesOf = ({ body }: Response): unknown[] =>
    (body.errors as Record<string, unknown>[]).map(({ line, columnName, code }) => [line, columnName, code]);

  it('change nothing as they were exported, with or without asset tag and serial number', async () => {
    const printerModelId = await addPrinterModel(admin, 'HL-L2350DW');
    for (const values of [
      {
        name: 'Empfang',
        assetTag: 'INV-1',
        serialNumber: 'SN1',
        printerModelId,
        location: 'Köln',
        notes: 'a\nb',
      },
      { name: 'Versand', serialNumber: 'SN2', printerModelId, room: '0.12' },
      { name: 'Archiv', type: 'Monitor', status: 'IN_STOCK', userName: 'Kim' },
      { name: 'Zwilling', serialNumber: 'SN3', assetTag: 'INV-3' },
      { name: 'Zwilling', serialNumber: 'SN3', status: 'RETIRED' },
      { name: '=Formel', notes: '+49' },
    ]) {
      await record(values);
    }
    await record({ name: 'Archiv', serialNumber: 'SN2' }, other);
    await record({ name: 'Empfang' }, other);
    const before = await devices();
    const { status, body } = await send(await exportCsv(admin, 'devices'));
    expect([status, body]).toMatchObject([200, { rows: 8, unchanged: 8, failed: 0, applied: true }]);
    expect(await devices()).toEqual(before);
  });

  it('are known by serial number, then by name, at their customer', async () => {
    const file = `Kundennummer;Name;Seriennummer;Raum
KD-1;Notebook;SN1;1
KD-1;Monitor;;2
KD-2;Notebook;SN1;3
KD-2;Monitor;;4
`;
    expect((await send(file)).body).toMatchObject({ created: 4, failed: 0 });
    expect((await send(file)).body).toMatchObject({ created: 0, unchanged: 4 });
    const changed = file.replace('Notebook;SN1;1', 'Laptop;sn1;1').replace('Monitor;;4', 'monitor;;5');
    expect((await send(changed)).body).toMatchObject({ created: 0, updated: 2, unchanged: 2 });
    expect((await devices()).map(({ name, room, serialNumber }) => [name, room, serialNumber])).toEqual([
      ['Laptop', '1', 'sn1'],
      ['Monitor', '2', null],
      ['monitor', '5', null],
      ['Notebook', '3', 'SN1'],
    ]);
  });

  it('get their asset tags later, and lose none', async () => {
    const { body: notebook } = await record({ name: 'Notebook', serialNumber: 'SN1' });
    const tagged = await send('Inventarnummer;Kundennummer;Name;Seriennummer\nINV-1;KD-1;Notebook;SN1\n');
    expect(tagged.body).toMatchObject({ created: 0, updated: 1 });
    const untagged = await send('Inventarnummer;Kundennummer;Name;Seriennummer\n;KD-1;Notebook neu;SN1\n');
    expect(untagged.body).toMatchObject({ created: 0, updated: 1 });
    expect(await devices()).toMatchObject([
      { id: notebook.id, name: 'Notebook neu', assetTag: 'INV-1', version: 3 },
    ]);
  });

  it('are refused, row by row, where the match is ambiguous', async () => {
    await record({ name: 'Monitor' });
    await record({ name: 'Monitor' });
    await record({ name: 'Notebook', serialNumber: 'SN1', assetTag: 'INV-1' });
    const file = `Inventarnummer;Kundennummer;Name;Seriennummer;Raum
;KD-1;Monitor;;2.14
INV-1;KD-1;Notebook;
;KD-1;Laptop;SN1
INV-2;KD-1;Server;SN5
;KD-1;Server;SN5
inv-2;KD-1;Server;
`;
    const { body, ...answer } = await send(file, { mode: 'GOOD_ROWS_ONLY' });
    expect(body).toMatchObject({ created: 1, failed: 4 });
    expect(placesOf({ body, ...answer } as Response)).toEqual([
      [2, 'Name', 'device-ambiguous'],
      [4, 'Seriennummer', 'duplicate'],
      [6, 'Seriennummer', 'duplicate'],
      [7, 'Inventarnummer', 'duplicate'],
    ]);
    expect(body.errors[0].detail).toContain('mehrere Geräte');

    expect(placesOf(await send('Seriennummer;Name\nSN1;Notebook\n'))).toEqual([[2, '', 'device-unnamed']]);
    expect(placesOf(await send('Kundennummer;Seriennummer\nKD-1;SN7\n'))).toEqual([
      [2, 'Seriennummer', 'unknown'],
    ]);
    expect(placesOf(await send('Kundennummer;Raum\nKD-1;1\nKD-1;2\n'))).toEqual([
      [2, '', 'device-unnamed'],
      [3, '', 'device-unnamed'],
    ]);
    expect(await devices()).toHaveLength(4);
  });

  it('of other customers are never meant', async () => {
    await record({ name: 'Monitor', serialNumber: 'SN1' }, other);
    await record({ name: 'Archiv' }, other);
    const { body } = await send('Kundennummer;Name;Seriennummer\nKD-1;Monitor;SN1\nKD-1;Archiv;\n');
    expect(body).toMatchObject({ created: 2, updated: 0 });
    expect(await devices()).toHaveLength(4);
  });
});

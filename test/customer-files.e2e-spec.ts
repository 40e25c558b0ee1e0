import type { Response } from 'supertest';
import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { bytesIn, exportCsv, importCsv } from './support/files';
import { makeWorld } from './support/world';

const HEADER = 'Kundennummer;Name;Straße;PLZ;Ort;Telefon;E-Mail;Notizen\r\n';

/** Bytes as an old German program writes them. */
const ansi = (text: string): Buffer =>
  Buffer.from(text.replaceAll('€', '\x80').replaceAll('–', '\x96'), 'latin1');

describe('Kunden as CSV files', () => {
  let admin: Api;

  beforeEach(async () => {
    ({ admin } = await makeWorld());
  });

  const send = (content: string | Buffer, fields?: Record<string, string>): Promise<Response> =>
    importCsv(admin, 'customers', content, fields);

  async function customers(): Promise<Record<string, unknown>[]> {
    const { body } = await admin.get('/staff/customers?sort=number&limit=100').expect(200);
    return body.items;
  }

  it('are created, changed and left alone, row by row', async () => {
    const file = `${HEADER}KD-1;Müller;Weg 1;50667;Köln;;info@mueller.example;\r\nKD-2;Meyer;;;;;;"erste Zeile\r\nzweite"\r\n`;
    const first = await send(file);
    expect([first.status, first.body]).toEqual([
      200,
      {
        dryRun: false,
        applied: true,
        rows: 2,
        created: 2,
        updated: 0,
        unchanged: 0,
        failed: 0,
        errorCount: 0,
        errors: [],
      },
    ]);
    expect((await send(file)).body).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect((await send(file.replace('Weg 1', 'Weg 2'))).body).toMatchObject({ updated: 1, unchanged: 1 });
    const [mueller, meyer] = await customers();
    expect(mueller).toMatchObject({ number: 'KD-1', name: 'Müller', street: 'Weg 2', country: 'DE' });
    const { headers } = await admin.get(`/staff/customers/${String(mueller?.id)}`).expect(200);
    expect(headers.etag).toBe('"2"');
    const { body } = await admin.get(`/staff/customers/${String(meyer?.id)}`).expect(200);
    expect(body).toMatchObject({ version: 1, notes: 'erste Zeile\r\nzweite', city: null });
    const { body: found } = await admin.get('/staff/customers?search=mueller').expect(200);
    expect(found.items).toHaveLength(1);
  });

  it('keep what the file has no column for, and lose what a cell leaves empty', async () => {
    await send(`${HEADER}KD-1;Müller;Weg 1;50667;Köln;0221 1;info@mueller.example;intern\r\n`);
    const { body } = await send('number,city,phone\nKD-1,,0221 2\nKD-9,Bonn,\n', { mode: 'GOOD_ROWS_ONLY' });
    expect(body).toMatchObject({ updated: 1, failed: 1 });
    expect(body.errors).toEqual([
      {
        line: 3,
        column: 1,
        columnName: 'number',
        cell: 'KD-9',
        code: 'unknown',
        detail: expect.stringContaining('„Name“'),
      },
    ]);
    expect(await customers()).toMatchObject([
      { number: 'KD-1', name: 'Müller', street: 'Weg 1', city: null, phone: '0221 2' },
    ]);
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['windows-1252', ansi],
  ])('are read in %s', async (_, encode) => {
    const { body } = await send(encode(`${HEADER}KD-1;Müller – Söhne;;;Köln;;;5 €\r\n`));
    expect(body).toMatchObject({ created: 1 });
    expect(await customers()).toMatchObject([{ name: 'Müller – Söhne', city: 'Köln' }]);
  });

  it('name line and column of every bad cell, and write nothing', async () => {
    const rows = [
      'KD-1;Müller;;;;;kein-at-zeichen;',
      ';Ohne Nummer;;;;;;',
      'KD-3;"zwei\r\nZeilen";;;;;;',
      'KD-4;;;;;;;',
      'KD-5;Gut;;;;;;',
      'KD-5;Doppelt;;;;;;',
      'KD-7;zu kurz',
      'KD-8;zu lang;;;;;;;x',
      'KD-9;Monitor 24" groß;;;;;;',
      `KD-10;${'x'.repeat(201)};;;;;;`,
      'KD-11;Nu\0ll;;;;;;',
      'KD-12;Nach\x07bar;;;;;;',
    ];
    const { status, type, body } = await send(ansi(HEADER + rows.join('\r\n')));
    expect([status, type]).toEqual([422, 'application/problem+json']);
    expect(body).toMatchObject({
      code: 'import.rejected',
      applied: false,
      dryRun: false,
      rows: 12,
      failed: 10,
    });
    expect(body).toMatchObject({ status: 422, errorCount: 10 });
    const places = (body.errors as Record<string, unknown>[]).map((error) => [
      error.line,
      error.column,
      error.columnName,
      error.code,
    ]);
    expect(places).toEqual([
      [2, 7, 'E-Mail', 'email'],
      [3, 1, 'Kundennummer', 'required'],
      [4, 2, 'Name', 'characters'],
      [6, 2, 'Name', 'required'],
      [8, 1, 'Kundennummer', 'duplicate'],
      [10, 9, '', 'cells'],
      [11, 2, 'Name', 'quote'],
      [12, 2, 'Name', 'length'],
      [13, 2, 'Name', 'characters'],
      [14, 2, 'Name', 'characters'],
    ]);
    expect(body.errors[4].detail).toBe('Kundennummer: steht schon in Zeile 7.');
    expect(await customers()).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  it.each([
    ['CP850', 'cp850', 'Müller Köln'],
    ['Mac Roman', 'mac-roman', 'Müller Käse'],
  ] as const)('are read in %s', async (_, page, name) => {
    const { body } = await send(bytesIn(page, `${HEADER}KD-1;${name};Große Straße;;;;;\r\n`));
    expect(body).toMatchObject({ created: 1 });
    expect(await customers()).toMatchObject([{ name, street: 'Große Straße' }]);
  });

  it('are refused as a whole, with the place, where it is not clear how to read them', async () => {
    await send(`${HEADER}KD-1;Müller;Weg 1;;;;;\r\n`);
    const before = await customers();
    const odd = Buffer.concat([
      Buffer.from(`${HEADER}KD-1;Möller;;;;;;\r\nKD-2;Gut;Wei`),
      Buffer.from([0xdf]),
      Buffer.from('er Weg;;;;;\r\n'),
    ]);
    for (const [file, line, column] of [
      [odd, 3, 3],
      [Buffer.concat([ansi(HEADER), Buffer.from('KD-1;Möller;Weiß')]), 1, 3],
      [bytesIn('cp850', 'Kundennummer;Name\r\nKD-1;Köln'), 2, 2],
      [Buffer.from('\ufeffKundennummer;Name', 'utf16le'), 1, 1],
    ] as const) {
      for (const mode of ['ALL_OR_NOTHING', 'GOOD_ROWS_ONLY']) {
        const { status, body } = await send(file, { mode });
        expect([status, body.code]).toEqual([422, 'import.encoding']);
        expect(body.errors).toMatchObject([{ pointer: '/file', code: 'import.encoding', line, column }]);
        expect(body.detail).toContain(`In Zeile ${line}, Spalte ${column}`);
      }
    }
    expect(await customers()).toEqual(before);
  });

  it('may have a line about the separator in front, and rows that end early', async () => {
    const { body } = await send(`sep=;\r\n${HEADER}KD-1;Müller\r\nKD-2;Meyer;;;Köln\r\nKD-3;;x\r\n`, {
      mode: 'GOOD_ROWS_ONLY',
    });
    expect(body).toMatchObject({ created: 2, failed: 1, errors: [{ line: 5, column: 2, code: 'required' }] });
    expect(await customers()).toMatchObject([
      { number: 'KD-1', name: 'Müller', city: null },
      { number: 'KD-2', name: 'Meyer', city: 'Köln' },
    ]);
  });

  it('hold no values that a spreadsheet has damaged, and keep those that it was kept from damaging', async () => {
    const kept = (text: string): string => `"=""${text}"""`;
    const file = `${HEADER}4,01234E+12;Nummer;;;;;;\r\nKD-2;#NV;;;;;;\r\n${kept('00077')};${kept('Müller')};;;;;;\r\n`;
    expect((await send(file)).body.errors).toMatchObject([
      { line: 2, column: 1, code: 'spreadsheet-number' },
      { line: 3, column: 2, code: 'spreadsheet-error' },
    ]);
    expect((await send(file, { mode: 'GOOD_ROWS_ONLY' })).body).toMatchObject({ created: 1, failed: 2 });
    expect(await customers()).toMatchObject([{ number: '00077', name: 'Müller' }]);
  });

  it('bring their good rows only, where that is wanted, and are tried first', async () => {
    const file = `${HEADER}KD-1;Gut;;;;;;\r\nKD-2;;;;;;;\r\nKD-3;Auch gut;;;;;;\r\n`;
    const { status, body: tried } = await send(file, { dryRun: 'true' });
    expect([status, tried]).toMatchObject([
      200,
      { dryRun: true, applied: false, rows: 3, created: 2, failed: 1, errorCount: 1 },
    ]);
    expect(await customers()).toEqual([]);
    const { body } = await send(file, { mode: 'GOOD_ROWS_ONLY' });
    expect(body).toEqual({ ...tried, dryRun: false, applied: true });
    expect((await customers()).map(({ number }) => number)).toEqual(['KD-1', 'KD-3']);
    const [entry, ...others] = await audited();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      action: 'customers.imported',
      changes: { fileName: 'customers.csv', mode: 'GOOD_ROWS_ONLY', rows: 3, created: 2, failed: 1 },
    });
  });

  it('are tried and written once for each key', async () => {
    const once = (fields: Record<string, string>, key: string): Promise<Response> =>
      admin
        .post('/staff/customers/imports')
        .set('idempotency-key', key)
        .attach('file', Buffer.from(`${HEADER}KD-1;Gut;;;;;;`), 'x.csv')
        .field(fields);
    expect((await once({ dryRun: 'true' }, 'probe')).body).toMatchObject({ created: 1, applied: false });
    expect(await customers()).toEqual([]);
    expect((await once({}, 'echt')).body).toMatchObject({ created: 1, applied: true });
    expect((await once({}, 'echt')).body).toMatchObject({ created: 1, applied: true });
    expect((await once({}, 'zweimal')).body).toMatchObject({ created: 0, unchanged: 1 });
    expect((await once({ dryRun: 'true' }, 'echt')).status).toBe(422);
  });

  it.each([
    ['', 'import.empty'],
    ['PK\x03\x04', 'import.no-text'],
    ['\0\x01\x02;x', 'import.no-text'],
    ['Kundennummer;Umsatz;Rabatt\n', 'import.column-unknown'],
    ['Name;Ort\n', 'import.column-missing'],
    ['Kundennummer;Name;Firma\n', 'import.column-repeated'],
    ['"Kundennummer;Name\nKD-1;x', 'import.header'],
  ])('are refused as a whole where nothing in them can be used: %j', async (content, code) => {
    const { status, body } = await send(content);
    expect([status, body.code, body.errors[0].pointer]).toEqual([422, code, '/file']);
    if (code === 'import.column-unknown') {
      expect(body.detail).toContain('„Umsatz“, „Rabatt“');
      expect(body.detail).toContain('Kundennummer, Name, Straße');
    }
  });

  it('take options only as documented', async () => {
    const file = `${HEADER}KD-1;Gut;;;;;;`;
    expect((await send(file, { dryRun: 'vielleicht' })).status).toBe(422);
    expect((await send(file, { mode: 'SOME' })).status).toBe(422);
    expect((await send(file, { trocken: 'true' })).status).toBe(422);
    expect(await customers()).toEqual([]);
  });

  it('are exported as they are imported, with formulas made harmless', async () => {
    const evil = ['=HYPERLINK("http://x")', '+49 221', '-1', '@SUM(A1)', `'=1`];
    for (const [i, name] of evil.entries()) {
      await admin
        .post('/staff/customers')
        .send({ number: `KD-${i}`, name, notes: 'eins\nzwei; "drei"' })
        .expect(201);
    }
    const text = await exportCsv(admin, 'customers');
    const lines = text.split('\r\n');
    expect(lines[0]).toBe('\ufeffKundennummer;Name;Straße;PLZ;Ort;Land;Telefon;E-Mail;Website;Notizen');
    expect(lines[1]).toBe(`KD-0;"'=HYPERLINK(""http://x"")";;;;DE;;;;"eins\nzwei; ""drei"""`);
    expect(lines.slice(2, 6).map((line) => line.split(';')[1])).toEqual([
      `'+49 221`,
      `'-1`,
      `'@SUM(A1)`,
      `''=1`,
    ]);
    expect((await send(text)).body).toMatchObject({ rows: 5, unchanged: 5, failed: 0 });
    const { headers } = await admin.get('/staff/customers/exports');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toContain('filename="kunden.csv"');
  });

  it('come back from an export as they were, whatever they hold', async () => {
    const breaks = ['a\nb', 'a\rb', 'a\r\nb', 'a\tb', 'a\u2028b', 'a\n\n\nb;"\n'];
    const marks = ['"', '"a"', 'a"b', 'a;b', 'a,b', "'", "''", '\\', '\\"', 'ÄÖÜ ß €', '日本 🖨️'];
    const mistakable = ['-', "'=1", "''=1", '=1\n=2', '0049', '1.234,50', 'NULL'];
    const texts = [...breaks, ...marks, ...mistakable];
    for (const [i, notes] of texts.entries()) {
      const name = notes.replaceAll(/[\n\r\t\u2028]/g, ' ').trim();
      await admin
        .post('/staff/customers')
        .send({ number: `KD-${i}`, name, notes })
        .expect(201);
    }
    const before = await customers();
    const { body } = await send(await exportCsv(admin, 'customers'));
    expect(body).toMatchObject({ rows: texts.length, unchanged: texts.length, errors: [] });
    expect(await customers()).toEqual(before);
  });

  it('leave other tenants alone, even under the same number', async () => {
    const { admin: stranger } = await makeWorld();
    await importCsv(stranger, 'customers', `${HEADER}KD-1;Fremd;;;;;;`);
    expect((await send(`${HEADER}KD-1;Eigen;;;;;;`)).body).toMatchObject({ created: 1 });
    expect(await exportCsv(admin, 'customers')).not.toContain('Fremd');
    const { body } = await stranger.get('/staff/customers').expect(200);
    expect(body.items).toMatchObject([{ number: 'KD-1', name: 'Fremd' }]);
  });

  it('come in any number', async () => {
    const count = 50_000;
    const bad = new Map([
      [17, 'KD-17;;;;;;;'],
      [25_000, 'KD-25000;Müller;;;;;keine-adresse;'],
      [49_999, `KD-16;Doppelt;;;;;;`],
    ]);
    const rows = Array.from(
      { length: count },
      (_, i) => bad.get(i) ?? `KD-${i};Müller & Söhne ${i} – Köln;Hauptstraße ${i};50667;Köln;;;`,
    );
    const file = ansi(HEADER + rows.join('\r\n'));
    const places = [
      [19, 2, 'required'],
      [25_002, 7, 'email'],
      [50_001, 1, 'duplicate'],
    ];
    const placesOf = (body: { errors: { line: number; column: number; code: string }[] }): unknown[] =>
      body.errors.map(({ line, column, code }) => [line, column, code]);

    const { body: tried } = await send(file, { dryRun: 'true' });
    expect(tried).toMatchObject({ rows: count, created: count - 3, failed: 3 });
    expect(placesOf(tried)).toEqual(places);
    const { status, body: refused } = await send(file);
    expect([status, placesOf(refused)]).toEqual([422, places]);
    expect(await customers()).toEqual([]);
    const { body: taken } = await send(file, { mode: 'GOOD_ROWS_ONLY' });
    expect(taken).toMatchObject({ created: count - 3, failed: 3, applied: true });
    expect((await exportCsv(admin, 'customers')).split('\r\n')).toHaveLength(count - 3 + 2);
  }, 300_000);

  async function audited(): Promise<unknown[]> {
    const { body: me } = await admin.get('/auth/me').expect(200);
    return asSuperuser(
      `SELECT action, changes FROM audit_entries WHERE tenant_id = $1 AND action = 'customers.imported'`,
      [me.tenantId],
    );
  }
});

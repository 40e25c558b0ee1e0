import type { Response } from 'supertest';
import type { Api } from './support/api';
import { ansi, bytesIn, CUSTOMER_COLUMNS, customersByNumber, exportCsv, importCsv } from './support/files';
import { makeWorld } from './support/world';

describe('Kunden as CSV files', () => {
  let admin: Api;

  beforeEach(async () => {
    ({ admin } = await makeWorld());
  });

  const send = (content: string | Buffer, fields?: Record<string, string>): Promise<Response> =>
    importCsv(admin, 'customers', content, fields);

  it.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['windows-1252', ansi],
  ])('are read in %s', async (_, encode) => {
    const { body } = await send(encode(`${CUSTOMER_COLUMNS}KD-1;Müller – Söhne;;;Köln;;;5 €\r\n`));
    expect(body).toMatchObject({ created: 1 });
    expect(await customersByNumber(admin)).toMatchObject([{ name: 'Müller – Söhne', city: 'Köln' }]);
  });

  it.each([
    ['CP850', 'cp850', 'Müller Köln'],
    ['Mac Roman', 'mac-roman', 'Müller Käse'],
  ] as const)('are read in %s', async (_, page, name) => {
    const { body } = await send(bytesIn(page, `${CUSTOMER_COLUMNS}KD-1;${name};Große Straße;;;;;\r\n`));
    expect(body).toMatchObject({ created: 1 });
    expect(await customersByNumber(admin)).toMatchObject([{ name, street: 'Große Straße' }]);
  });

  it('are refused as a whole, with the place, where it is not clear how to read them', async () => {
    await send(`${CUSTOMER_COLUMNS}KD-1;Müller;Weg 1;;;;;\r\n`);
    const before = await customersByNumber(admin);
    const odd = Buffer.concat([
      Buffer.from(`${CUSTOMER_COLUMNS}KD-1;Möller;;;;;;\r\nKD-2;Gut;Wei`),
      Buffer.from([0xdf]),
      Buffer.from('er Weg;;;;;\r\n'),
    ]);
    for (const [file, line, column] of [
      [odd, 3, 3],
      [Buffer.concat([ansi(CUSTOMER_COLUMNS), Buffer.from('KD-1;Möller;Weiß')]), 1, 3],
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
    expect(await customersByNumber(admin)).toEqual(before);
  });

  it('may have a line about the separator in front, and rows that end early', async () => {
    const { body } = await send(
      `sep=;\r\n${CUSTOMER_COLUMNS}KD-1;Müller\r\nKD-2;Meyer;;;Köln\r\nKD-3;;x\r\n`,
      {
        mode: 'GOOD_ROWS_ONLY',
      },
    );
    expect(body).toMatchObject({ created: 2, failed: 1, errors: [{ line: 5, column: 2, code: 'required' }] });
    expect(await customersByNumber(admin)).toMatchObject([
      { number: 'KD-1', name: 'Müller', city: null },
      { number: 'KD-2', name: 'Meyer', city: 'Köln' },
    ]);
  });

  it('hold no values that a spreadsheet has damaged, and keep those that it was kept from damaging', async () => {
    const kept = (text: string): string => `"=""${text}"""`;
    const file = `${CUSTOMER_COLUMNS}4,01234E+12;Nummer;;;;;;\r\nKD-2;#NV;;;;;;\r\n${kept('00077')};${kept('Müller')};;;;;;\r\n`;
    expect((await send(file)).body.errors).toMatchObject([
      { line: 2, column: 1, code: 'spreadsheet-number' },
      { line: 3, column: 2, code: 'spreadsheet-error' },
    ]);
    expect((await send(file, { mode: 'GOOD_ROWS_ONLY' })).body).toMatchObject({ created: 1, failed: 2 });
    expect(await customersByNumber(admin)).toMatchObject([{ number: '00077', name: 'Müller' }]);
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
    const before = await customersByNumber(admin);
    const { body } = await send(await exportCsv(admin, 'customers'));
    expect(body).toMatchObject({ rows: texts.length, unchanged: texts.length, errors: [] });
    expect(await customersByNumber(admin)).toEqual(before);
  });
});

import type { Response } from 'supertest';
import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { ansi, CUSTOMER_COLUMNS, customersByNumber, exportCsv, importCsv } from './support/files';
import { makeWorld } from './support/world';

describe('Kunden as CSV files', () => {
  let admin: Api;

  beforeEach(async () => {
    ({ admin } = await makeWorld());
  });

  const send = (content: string | Buffer, fields?: Record<string, string>): Promise<Response> =>
    importCsv(admin, 'customers', content, fields);

  it('are created, changed and left alone, row by row', async () => {
    const file = `${CUSTOMER_COLUMNS}KD-1;Müller;Weg 1;50667;Köln;;info@mueller.example;\r\nKD-2;Meyer;;;;;;"erste Zeile\r\nzweite"\r\n`;
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
    const [mueller, meyer] = await customersByNumber(admin);
    expect(mueller).toMatchObject({ number: 'KD-1', name: 'Müller', street: 'Weg 2', country: 'DE' });
    const { headers } = await admin.get(`/staff/customers/${String(mueller?.id)}`).expect(200);
    expect(headers.etag).toBe('"2"');
    const { body } = await admin.get(`/staff/customers/${String(meyer?.id)}`).expect(200);
    expect(body).toMatchObject({ version: 1, notes: 'erste Zeile\r\nzweite', city: null });
    const { body: found } = await admin.get('/staff/customers?search=mueller').expect(200);
    expect(found.items).toHaveLength(1);
  });

  it('are not imported by a form that says two things', async () => {
    const form = ['dryRun', 'dryRun', 'file'].map((name, i) => {
      const [ending, value] =
        name === 'file'
          ? ['; filename="k.csv"', `${CUSTOMER_COLUMNS}KD-1;Müller\r\n`]
          : ['', String(i === 0)];
      return `--x\r\nContent-Disposition: form-data; name="${name}"${ending}\r\n\r\n${value}\r\n`;
    });
    const { status, body } = await admin
      .post('/staff/customers/imports')
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send(`${form.join('')}--x--\r\n`);
    expect([status, body.errors]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/dryRun', code: 'repeated' })],
    ]);
    expect(await customersByNumber(admin)).toEqual([]);
  });

  it('keep what the file has no column for, and lose what a cell leaves empty', async () => {
    await send(`${CUSTOMER_COLUMNS}KD-1;Müller;Weg 1;50667;Köln;0221 1;info@mueller.example;intern\r\n`);
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
    expect(await customersByNumber(admin)).toMatchObject([
      { number: 'KD-1', name: 'Müller', street: 'Weg 1', city: null, phone: '0221 2' },
    ]);
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
    const { status, type, body } = await send(ansi(CUSTOMER_COLUMNS + rows.join('\r\n')));
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
    expect(await customersByNumber(admin)).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  it('bring their good rows only, where that is wanted, and are tried first', async () => {
    const file = `${CUSTOMER_COLUMNS}KD-1;Gut;;;;;;\r\nKD-2;;;;;;;\r\nKD-3;Auch gut;;;;;;\r\n`;
    const { status, body: tried } = await send(file, { dryRun: 'true' });
    expect([status, tried]).toMatchObject([
      200,
      { dryRun: true, applied: false, rows: 3, created: 2, failed: 1, errorCount: 1 },
    ]);
    expect(await customersByNumber(admin)).toEqual([]);
    const { body } = await send(file, { mode: 'GOOD_ROWS_ONLY' });
    expect(body).toEqual({ ...tried, dryRun: false, applied: true });
    expect((await customersByNumber(admin)).map(({ number }) => number)).toEqual(['KD-1', 'KD-3']);
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
        .attach('file', Buffer.from(`${CUSTOMER_COLUMNS}KD-1;Gut;;;;;;`), 'x.csv')
        .field(fields);
    expect((await once({ dryRun: 'true' }, 'probe')).body).toMatchObject({ created: 1, applied: false });
    expect(await customersByNumber(admin)).toEqual([]);
    expect((await once({}, 'echt')).body).toMatchObject({ created: 1, applied: true });
    expect((await once({}, 'echt')).body).toMatchObject({ created: 1, applied: true });
    expect((await once({}, 'zweimal')).body).toMatchObject({ created: 0, unchanged: 1 });
    expect((await once({ dryRun: 'true' }, 'echt')).status).toBe(422);
  });

  it('take options only as documented', async () => {
    const file = `${CUSTOMER_COLUMNS}KD-1;Gut;;;;;;`;
    expect((await send(file, { dryRun: 'vielleicht' })).status).toBe(422);
    expect((await send(file, { mode: 'SOME' })).status).toBe(422);
    expect((await send(file, { trocken: 'true' })).status).toBe(422);
    expect(await customersByNumber(admin)).toEqual([]);
  });

  it('leave other tenants alone, even under the same number', async () => {
    const { admin: stranger } = await makeWorld();
    await importCsv(stranger, 'customers', `${CUSTOMER_COLUMNS}KD-1;Fremd;;;;;;`);
    expect((await send(`${CUSTOMER_COLUMNS}KD-1;Eigen;;;;;;`)).body).toMatchObject({ created: 1 });
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
    const file = ansi(CUSTOMER_COLUMNS + rows.join('\r\n'));
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
    expect(await customersByNumber(admin)).toEqual([]);
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

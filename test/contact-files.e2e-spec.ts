import type { Response } from 'supertest';
import type { Api } from './support/api';
import { exportCsv, importCsv } from './support/files';
import { whileHolding } from './support/held-rows';
import { mailsTo } from './support/mailbox';
import { addCustomer } from './support/population';
import { firstLogin, makeWorld, uniqueEmail, type World } from './support/world';

const HEADER = 'Kundennummer;Vorname;Nachname;E-Mail;Telefon\r\n';

interface Listed {
  readonly id: string;
  readonly version: number;
  readonly lastName: string;
  readonly [field: string]: unknown;
}

describe('Contacts in CSV files', () => {
  let world: World;
  let admin: Api;
  let customer: string;
  let other: string;

  beforeEach(async () => {
    world = await makeWorld();
    ({ admin } = world);
    [customer, other] = [await add('KD-1'), await add('KD-2')];
  });

  async function add(number: string): Promise<string> {
    const { body } = await admin
      .post('/staff/customers')
      .send({ number, name: `Kunde ${number}` })
      .expect(201);
    return String(body.id);
  }

  const record = async (values: object, at = customer): Promise<string> =>
    String((await admin.post(`/staff/customers/${at}/contacts`).send(values).expect(201)).body.id);

  const send = (content: string, fields?: Record<string, string>): Promise<Response> =>
    importCsv(admin, 'contacts', content, fields);

  const contacts = async (at = customer): Promise<Listed[]> =>
    (await admin.get(`/staff/customers/${at}/contacts?limit=100`).expect(200)).body.items as Listed[];

  const placesOf = ({ body }: Response): unknown[] =>
    (body.errors as Record<string, unknown>[]).map(({ line, columnName, code }) => [line, columnName, code]);

  const activate = (id: string): Promise<unknown> =>
    admin.put(`/staff/contacts/${id}/portal-access`).send({ role: 'USER' }).expect(200);

  it('are created without access and mail, changed and left alone, row by row', async () => {
    const email = uniqueEmail('kim');
    const file = `${HEADER}kd-1;Kim;Muster;${email};1\r\nKD-1;;Lager;;2\r\nKD-2;Eva;Neu;${uniqueEmail('eva')};\r\n`;
    const tried = await send(file, { dryRun: 'true' });
    expect(tried.body).toMatchObject({ dryRun: true, created: 3, failed: 0 });
    expect(await contacts()).toEqual([]);
    const { status, body } = await send(file);
    expect([status, body]).toEqual([
      200,
      {
        dryRun: false,
        applied: true,
        rows: 3,
        created: 3,
        updated: 0,
        unchanged: 0,
        failed: 0,
        errorCount: 0,
        errors: [],
        customers: [
          { id: customer, number: 'KD-1', name: 'Kunde KD-1' },
          { id: other, number: 'KD-2', name: 'Kunde KD-2' },
        ],
      },
    ]);
    const [lager, muster] = await contacts();
    expect(lager).toMatchObject({
      lastName: 'Lager',
      email: null,
      phone: '2',
      ticketMails: true,
      version: 1,
    });
    expect(muster).toMatchObject({ email, portalAccess: { state: 'NONE', role: null } });
    expect((await send(file)).body).toMatchObject({ unchanged: 3, customers: [] });
    const again = file
      .replace(`${email};1`, `${email.toUpperCase()};3`)
      .replace(';;2', `;${uniqueEmail('lager')};2`);
    expect((await send(again)).body).toMatchObject({ updated: 2, unchanged: 1 });
    expect((await contacts()).map(({ phone, version }) => [phone, version])).toEqual([
      ['2', 2],
      ['3', 2],
    ]);
    expect((await contacts())[1]).toMatchObject({ email });
    expect(await mailsTo(email)).toEqual([]);
  });

  it('change nothing as they were exported, namesakes among them', async () => {
    for (const values of [
      { firstName: 'Kim', lastName: 'Muster', email: uniqueEmail('a'), language: 'en', notes: 'a\nb' },
      { firstName: 'Kim', lastName: 'Muster', email: uniqueEmail('b'), ticketMails: false },
      { firstName: 'Kim', lastName: 'Muster', phone: '1' },
      { firstName: 'Kim', lastName: 'Muster', phone: '2' },
      { lastName: '=Formel', position: '+49' },
    ]) {
      await record(values);
    }
    await record({ firstName: 'Kim', lastName: 'Muster' }, other);
    const before = await contacts();
    const text = await exportCsv(admin, 'contacts');
    expect(text.split('\r\n')[0]).toBe(
      '\ufeffKundennummer;Vorname;Nachname;E-Mail;Telefon;Mobil;Position;Sprache;Ticket-Mails;Notizen',
    );
    expect((await send(text)).body).toMatchObject({ rows: 6, unchanged: 6, failed: 0 });
    expect(await contacts()).toEqual(before);
  });

  it('name the cell of what is there twice, at another customer, ambiguous or unknown', async () => {
    const theirs = uniqueEmail('theirs');
    const mine = uniqueEmail('mine');
    const twice = uniqueEmail('twice');
    await record({ firstName: 'Eva', lastName: 'Fremd', email: theirs }, other);
    await record({ lastName: 'Muster', email: mine });
    for (const phone of ['1', '2']) await record({ lastName: 'Zwilling', phone });
    const answer = await send(
      `${HEADER}${[
        `KD-9;;Niemand;;`,
        `KD-1;Eva;Fremd;${theirs};`,
        `KD-1;;Muster;${uniqueEmail('else')};`,
        `KD-1;;Erste;${twice};`,
        `KD-1;;Zweite;${twice.toUpperCase()};`,
        `KD-1;;Allein;;`,
        `KD-1;;allein;;`,
        `KD-1;;Zwilling;;3`,
        `KD-1;;Krumm;kein-at;`,
        `KD-1;;;;`,
      ].join('\r\n')}`,
    );
    expect(placesOf(answer)).toEqual([
      [2, 'Kundennummer', 'customer-unknown'],
      [3, 'E-Mail', 'other-customer'],
      [4, 'E-Mail', 'email-differs'],
      [6, 'E-Mail', 'duplicate'],
      [8, 'Nachname', 'duplicate'],
      [9, 'Nachname', 'contact-ambiguous'],
      [10, 'E-Mail', 'email'],
      [11, 'Nachname', 'required'],
    ]);
    const details = (answer.body.errors as { detail: string }[]).map(({ detail }) => detail);
    expect(details[1]).toContain('Eva Fremd, Ansprechpartner des Kunden KD-2');
    expect(details[2]).toContain(mine);
    expect(details[3]).toContain('Zeile 5');
    expect(await contacts()).toHaveLength(3);
  });

  it('keep the address of whoever has access, who keeps the login and gets the new name', async () => {
    const email = uniqueEmail('petra');
    const id = await record({ firstName: 'Petra', lastName: 'Alt', email });
    await activate(id);
    const petra = await firstLogin(world.tenant.slug, email);
    const emptied = await send(`${HEADER}KD-1;Petra;Alt;;\r\n`);
    expect(placesOf(emptied)).toEqual([[2, 'E-Mail', 'email-of-access']]);
    const moved = await send(`${HEADER}KD-1;Petra;Alt;${uniqueEmail('dieb')};\r\n`);
    expect(placesOf(moved)).toEqual([[2, 'E-Mail', 'email-differs']]);
    const mails = (await mailsTo(email)).length;
    expect((await send(`${HEADER}KD-1;Petra;Neu;${email};\r\n`)).body).toMatchObject({ updated: 1 });
    expect((await petra.get('/auth/me').expect(200)).body).toMatchObject({ name: 'Petra Neu', email });
    expect(await mailsTo(email)).toHaveLength(mails);
  });

  it('skip contacts that are changed or erased during the import', async () => {
    const email = uniqueEmail('kim');
    const id = await record({ firstName: 'Kim', lastName: 'Muster', email });
    const { status, body } = await whileHolding(
      { sql: `UPDATE contacts SET last_name = 'Anders', version = version + 1 WHERE id = $1`, values: [id] },
      () => send(`${HEADER}KD-1;Kim;Muster;${email};7\r\n`),
    );
    expect([status, body]).toMatchObject([422, { updated: 0, failed: 1 }]);
    expect(body.errors).toMatchObject([{ line: 2, columnName: 'Nachname', code: 'changed-meanwhile' }]);
    expect(await contacts()).toMatchObject([{ lastName: 'Anders', phone: null, version: 2 }]);
  });

  it('come in any number: more rows than are written at once', async () => {
    const rows = Array.from(
      { length: 1_203 },
      (_, i) => `KD-${1 + (i % 2)};Vor ${i};Nach ${i};p${i}@viele.example;`,
    );
    expect((await send(HEADER + rows.join('\r\n'))).body).toMatchObject({ created: 1_203, failed: 0 });
    const again = await send(`${HEADER}${rows.join('\r\n')}\r\nKD-1;;Noch;P7@VIELE.example;`);
    expect(placesOf(again)).toEqual([[1_205, 'E-Mail', 'other-customer']]);
  });

  it('have a template with all columns', async () => {
    const { body } = await admin.get('/staff/contacts/imports/template').expect(200);
    expect(body.fileName).toBe('ansprechpartner-vorlage.csv');
    expect(body.columns).toHaveLength(10);
    expect((await send(String(body.csv))).body).toMatchObject({ rows: 0, failed: 0 });
  });

  it('of one customer need not name it, and no row another one', async () => {
    const own = { customerId: customer };
    const bare = await send('Vorname;Nachname\r\nKim;Muster\r\nIda;Lager\r\n', own);
    expect(bare.body).toMatchObject({ created: 2, customers: [{ number: 'KD-1' }] });
    const file = `${HEADER}kd-1;Kim;Muster;;1\r\n;Ben;Neu;;\r\nKD-2;Eva;Fremd;;\r\n`;
    const mixed = await send(file, { ...own, mode: 'GOOD_ROWS_ONLY' });
    expect(mixed.body).toMatchObject({ created: 1, updated: 1, failed: 1 });
    expect(placesOf(mixed)).toEqual([[4, 'Kundennummer', 'not-of-customer']]);
    expect((await contacts()).map(({ lastName }) => lastName)).toEqual(['Lager', 'Muster', 'Neu']);
    expect(await contacts(other)).toEqual([]);
    const { body } = await admin.get('/staff/contacts/imports/template?ofCustomer=true').expect(200);
    expect(body.csv).toMatch(/^\uFEFFVorname;Nachname;E-Mail;/);
  });

  it('of a customer who is not there, or archived, create nobody', async () => {
    const file = 'Nachname\r\nMuster\r\n';
    const foreign = await addCustomer((await makeWorld()).admin, 'Fremd');
    const refused = await send(file, { customerId: foreign });
    expect([refused.status, refused.body.code]).toEqual([422, 'contact.customer-unknown']);
    const { headers } = await admin.get(`/staff/customers/${customer}`).expect(200);
    await admin
      .put(`/staff/customers/${customer}/archival`)
      .set('if-match', String(headers.etag))
      .expect(200);
    const archived = await send(file, { customerId: customer, dryRun: 'true' });
    expect(archived.body).toMatchObject({ created: 0, failed: 1 });
    expect(archived.body.errors[0].code).toBe('customer-archived');
    expect(await contacts()).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { importCsv } from './support/files';
import { fillPath, type Operation, operationsOfDocument, type Schema } from './support/operations';
import { addCustomer, populate } from './support/population';
import { HIDDEN } from './support/spellings';
import { firstLogin, makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

/** One text, composed and not. */
const NFC = 'Müßiggänger-Öl';
const NFD = NFC.normalize('NFD');

describe('Texts that come in', () => {
  let world: World;

  beforeAll(async () => {
    world = await makeWorld();
  });

  it.each(HIDDEN)('hide nothing in one line: %j, in bodies, forms, queries and files', async (hidden) => {
    const { admin } = world;
    const text = `Mül${hidden}ler`;
    const customerId = await addCustomer(admin, 'Meier KG');
    const bodies: [string, Record<string, string>, string][] = [
      ['/staff/customers', { name: text }, '/name'],
      [`/staff/customers/${customerId}/contacts`, { lastName: text }, '/lastName'],
      [`/staff/customers/${customerId}/devices`, { name: 'Drucker', assetTag: text }, '/assetTag'],
      ['/staff/articles', { number: text, name: 'Toner' }, '/number'],
      ['/staff/printer-models', { manufacturer: text, name: 'HL' }, '/manufacturer'],
    ];
    for (const [path, body, pointer] of bodies) {
      const { body: problem } = await admin.post(path).send(body).expect(422);
      expect(problem.errors).toMatchObject([{ pointer, code: 'invisible' }]);
    }
    const { body: query } = await admin
      .get(`/staff/customers?search=${encodeURIComponent(text)}`)
      .expect(422);
    expect(query.errors).toMatchObject([{ pointer: '?search', code: 'invisible' }]);
    const { body: form } = await Api.anonymous()
      .post('/auth/token')
      .type('form')
      .send({ grant_type: 'password', client_id: text, username: 'a@b.example', password: PASSWORD })
      .expect(422);
    expect(form.errors).toMatchObject([{ pointer: '/client_id', code: 'invisible' }]);
    const file = await importCsv(admin, 'customers', `Kundennummer;Name\nK-1;Gut\nK-2;${text}\n`);
    expect([file.status, file.body.errors]).toMatchObject([422, [{ code: 'invisible', line: 3, column: 2 }]]);
  });

  it.each([' ', '\u00a0', '\u2800', '\u3000 \u2003'])('say something: %j is nothing', async (blank) => {
    const { body } = await world.admin.post('/staff/customers').send({ name: blank }).expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/name', code: 'length' }]);
  });

  it('keep emoji, soft hyphens and marks of direction where people write', async () => {
    const note = 'Familie 👩\u200d👩\u200d👧\u200d👦, Donau\u00addampf, \u200fשלום\u200e';
    const { body } = await world.admin
      .post('/staff/customers')
      .send({ name: 'Reederei 🖨️', notes: note })
      .expect(201);
    expect(body).toMatchObject({ name: 'Reederei 🖨️', notes: note });
    const { body: nothing } = await world.admin
      .post('/staff/customers')
      .send({ name: 'Leer', notes: '\u200b\n\u2800' })
      .expect(422);
    expect(nothing.errors).toMatchObject([{ pointer: '/notes', code: 'length' }]);
  });

  it.each([
    [NFC, NFD],
    [NFD, NFC],
  ])('are kept and looked for in one form: %j', async (stored, wanted) => {
    const { admin } = await makeWorld();
    const { body: customer } = await admin
      .post('/staff/customers')
      .send({ name: 'Kunde', city: stored })
      .expect(201);
    expect(customer.city).toBe(NFC);
    await importCsv(admin, 'articles', `Artikelnummer;Bezeichnung;Warengruppe\n1;${stored};${stored}\n`);
    await admin
      .post('/staff/tickets')
      .send({ customerId: customer.id, subject: stored, description: stored })
      .expect(201);
    for (const [path, found] of [
      ['customers?search', 1],
      ['articles?search', 1],
      ['articles?category', 1],
      ['tickets?search', 1],
    ] as const) {
      const { body } = await admin.get(`/staff/${path}=${encodeURIComponent(wanted)}`).expect(200);
      expect([path, body.items.length]).toEqual([path, found]);
    }
  });
});

/** Fields of several lines, by their names: there people may write as they like. */
const LINES = new Set(['notes', 'description', 'body', 'message', 'note', 'reason']);

interface TextField {
  readonly operation: Operation;
  readonly path: readonly string[];
}

/** Every field of one line or more that takes any text, however deep. */
function textFields(
  operation: Operation,
  schema = operation.bodySchema,
  path: readonly string[] = [],
): TextField[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, field]) => {
    const here = [...path, name];
    if (field.properties) return textFields(operation, field, here);
    return isFreeText(field) ? [{ operation, path: here }] : [];
  });
}

function isFreeText({ type, format, maxLength = 0, enum: values }: Schema): boolean {
  const isText = [type].flat().includes('string') && !values;
  return isText && (format === undefined || format === 'email') && maxLength > 2;
}

function withText(
  body: Record<string, unknown>,
  [name = '', ...deeper]: readonly string[],
  text: string,
): object {
  const inner = (body[name] ?? {}) as Record<string, unknown>;
  return { ...body, [name]: deeper.length > 0 ? withText(inner, deeper, text) : text };
}

describe('Every text that the document knows', () => {
  let operations: Operation[];
  let callers: Readonly<Record<string, Api>>;

  beforeAll(async () => {
    operations = await operationsOfDocument();
    const population = await populate();
    callers = {
      ADMIN: population.admin,
      STAFF: population.admin,
      AUTHENTICATED: population.admin,
      CONTACT: population.mainUser,
    };
  });

  async function fieldErrorsFor({ operation, path }: TextField, text: string): Promise<[string, string][]> {
    // In a browser, which some operations are for.
    const api = callers[operation.audience ?? ''] ?? Api.anonymous().withCookie('');
    const url = fillPath(
      operation.path,
      operation.idNames.map(() => randomUUID()),
    );
    const test = api.request(operation.method, url.replace('{slug}', 'niemand')).set('if-match', '"1"');
    const body = withText(operation.exampleBody(), path, text);
    const form = operation.consumes === 'application/x-www-form-urlencoded';
    const { body: problem } = await (form ? test.type('form') : test).send(body);
    return ((problem.errors ?? []) as { pointer: string; code: string }[]).map(({ pointer, code }) => [
      pointer,
      code,
    ]);
  }

  it('refuses what is hidden in one line, and takes it in several', async () => {
    const fields = operations
      .filter(({ consumes }) => consumes !== 'multipart/form-data')
      .flatMap((operation) => textFields(operation));
    expect(fields.length).toBeGreaterThan(120);
    const wrong: unknown[] = [];
    for (const [index, field] of fields.entries()) {
      const name = field.path.at(-1) ?? '';
      const pointer = `/${field.path.join('/')}`;
      const text =
        name === 'email'
          ? `a${HIDDEN[index % HIDDEN.length]}@b.example`
          : `Ab${HIDDEN[index % HIDDEN.length]}c`;
      const fieldErrors = (await fieldErrorsFor(field, text)).filter(([at]) => at === pointer);
      const expected = LINES.has(name) ? [] : [[pointer, 'invisible']];
      if (JSON.stringify(fieldErrors) !== JSON.stringify(expected))
        wrong.push([field.operation.id, pointer, fieldErrors]);
    }
    expect(wrong).toEqual([]);
  });

  it('refuses it in queries, too', async () => {
    const wrong: unknown[] = [];
    for (const { id, path, parameters, audience, idNames } of operations) {
      for (const { name } of parameters.filter((p) => p.in === 'query' && isFreeText(p.schema))) {
        const api = callers[audience ?? ''] ?? Api.anonymous();
        const url = fillPath(
          path,
          idNames.map(() => randomUUID()),
        );
        const { status, body } = await api.request('get', `${url}?${name}=Ab%E2%80%8Bc`);
        const [fieldError] = (body.errors ?? []) as { pointer: string; code: string }[];
        if (status !== 422 || fieldError?.code !== 'invisible') wrong.push([id, name, status, fieldError]);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('A password', () => {
  const typed = 'Grüner Käse hängt schräg 42';
  const onOtherDevices = [
    typed.normalize('NFD'),
    typed.replaceAll(' ', '\u00a0'),
    typed.replace('42', '４２'),
  ];
  let world: World;
  let email: string;
  let person: Api;

  beforeAll(async () => {
    world = await makeWorld();
    email = uniqueEmail('geraet');
    await world.admin.post('/staff/users').send({ name: 'Agnes Agent', email, role: 'AGENT' }).expect(201);
    person = await firstLogin(world.tenant.slug, email);
    await person
      .put('/auth/password')
      .send({ currentPassword: PASSWORD, newPassword: onOtherDevices[0] })
      .expect(204);
  });

  const login = (password: string) =>
    Api.anonymous().post('/auth/login').send({ tenant: world.tenant.slug, email, password });
  const store = async (password: string): Promise<unknown> =>
    asSuperuser('UPDATE accounts SET password_hash = $2 WHERE email = $1', [email, await hash(password)]);

  it.each([typed, ...onOtherDevices])('is the same on other devices: %j', async (password) => {
    await login(password).expect(200);
    const form = { grant_type: 'password', client_id: world.tenant.slug, username: email, password };
    await Api.anonymous().post('/auth/token').type('form').send(form).expect(200);
    const { body } = await person
      .put('/auth/password')
      .send({ currentPassword: password, newPassword: typed })
      .expect(422);
    expect(body).toMatchObject({ code: 'auth.password-unchanged' });
  });

  it('that was hashed as it was typed still is one, typed as before', async () => {
    const raw = typed.normalize('NFD');
    await store(raw);
    await login(raw).expect(200);
    await login(`${raw}!`).expect(401);
  });
});

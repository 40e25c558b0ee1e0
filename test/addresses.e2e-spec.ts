import { randomBytes } from 'node:crypto';
import { Api } from './support/api';
import { mailsTo, newestMail, tokenFrom } from './support/mailbox';
import { addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { makeWorld, PASSWORD, type World } from './support/world';

/** Ways to write one mailbox; the local part is put in front. */
const DOMAINS: readonly [string, string][] = [
  ['kunde.example', 'KUNDE.Example'],
  ['bücher-idn.example', 'xn--bcher-idn-q9a.example'],
  ['xn--grten-gra.example', 'gärten.example'],
  ['ma\u0308rkte.example', 'märkte.example'],
  ['ｋanne.example', 'kanne.example'],
  ['punkt\u3002example', 'punkt.example'],
  ['İstanbul.example', 'i\u0307stanbul.example'],
  ['ΣΙΓΜΑ.example', 'σιγμα.example'],
];

const someone = (): string => `u-${randomBytes(4).toString('hex')}`;

/** One person is one account, however their address and the name of their tenant are written. */
describe('An address', () => {
  let world: World;
  let customerId: string;

  beforeAll(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
  });

  const create = (email: string) =>
    world.admin.post(`/staff/customers/${customerId}/contacts`).send({ lastName: 'Meier', email });
  const login = (email: string, tenant = world.tenant.slug, api = Api.anonymous(), password = PASSWORD) =>
    api.post('/auth/login').send({ tenant, email, password });

  async function account(local: string, domain: string): Promise<string> {
    const { body } = await create(`${local}@${domain}`).expect(201);
    await world.admin
      .put(`/staff/contacts/${String(body.id)}/portal-access`)
      .send({ role: 'USER' })
      .expect(200);
    const token = tokenFrom(await newestMail(local, { subject: 'Zugang' }));
    await Api.anonymous().post('/auth/password-resets').send({ token, newPassword: PASSWORD }).expect(204);
    return String(body.id);
  }

  it.each(DOMAINS)('at %s is the one at %s: login, reset, duplicates', async (domain, other) => {
    const local = someone();
    await account(local, domain);
    const shout = local.toUpperCase();
    for (const email of [`${local}@${other}`, `${shout}@${domain}`, ` ${shout}@${other.toUpperCase()} `]) {
      await login(email).expect(200);
      const { body } = await create(email).expect(409);
      expect(body).toMatchObject({ code: 'contact.email-taken', errors: [{ pointer: '/email' }] });
      const { body: staff } = await world.admin
        .post('/staff/users')
        .send({ name: 'Agnes Agent', email, role: 'AGENT' })
        .expect(409);
      expect(staff.errors).toMatchObject([{ pointer: '/email' }]);
    }
    await Api.anonymous()
      .post('/auth/password-reset-requests')
      .send({ tenant: world.tenant.slug, email: `${shout}@${other}` })
      .expect(202);
    await newestMail(local, { subject: 'Neues Passwort' });
  });

  it('is shown as people read it, and stays the same when it is sent back', async () => {
    const local = someone();
    const id = await account(local, 'XN--BCHER-IDN-Q9A.example');
    const path = `/staff/contacts/${id}`;
    const { body, headers } = await world.admin.get(path).expect(200);
    expect(body.email).toBe(`${local}@bücher-idn.example`);
    const again = await world.admin
      .patch(path)
      .set('if-match', headers.etag ?? '')
      .send({ email: `${local}@xn--bcher-idn-q9a.example` })
      .expect(200);
    expect(again.body).toMatchObject({ version: body.version, email: body.email });
  });

  it.each([
    '/staff/customers/:customer/contacts',
    '/auth/login',
    '/auth/password-reset-requests',
    '/public/tenants/:tenant/registrations',
  ])('that hides a character is refused by %s', async (path) => {
    const tenant = world.tenant.slug;
    const to = path.replace(':customer', customerId).replace(':tenant', tenant);
    for (const email of [
      'a@kunde.example\u200b',
      'a\u200d@kunde.example',
      '\u202ea@kunde.example',
      'a@kun\u00adde.example',
    ]) {
      const body = {
        email,
        ...(path.startsWith('/auth') && { tenant }),
        ...(path === '/auth/login' && { password: PASSWORD }),
        ...(!path.startsWith('/auth') && { lastName: 'Meier' }),
        ...(path.startsWith('/public') && { company: 'Meier KG' }),
      };
      const caller = path.startsWith('/staff') ? world.admin : Api.anonymous();
      const { body: problem } = await caller.post(to).send(body).expect(422);
      expect(problem.errors).toMatchObject([{ pointer: '/email', code: 'invisible' }]);
    }
  });

  it('has one counter of wrong passwords', async () => {
    const local = someone();
    const domains = [
      'İx.example',
      'i\u0307x.example',
      'xn--ix-rub.example',
      'I\u0307X.example',
      'ｘn--ix-rub.example',
    ];
    const slugs = [world.tenant.slug, world.tenant.slug.toUpperCase()];
    const spellings = domains.flatMap((domain) =>
      [local, local.toUpperCase()].flatMap((name) =>
        slugs.map((slug) => [`${name}@${domain}`, slug] as const),
      ),
    );
    const stranger = Api.anonymous();
    const statuses: number[] = [];
    for (const [email, slug] of spellings.slice(0, 14)) {
      statuses.push((await login(email, slug, stranger, 'falsches Passwort')).status);
    }
    expect(statuses).toEqual([
      ...Array.from({ length: 10 }, () => 401),
      ...Array.from({ length: 4 }, () => 429),
    ]);
  });

  it('is one for registrations: they are merged, and get the mails of one', async () => {
    const local = someone();
    const register = (email: string, slug = world.tenant.slug) =>
      Api.anonymous()
        .post(`/public/tenants/${slug}/registrations`)
        .send({ company: 'Bücher KG', lastName: 'Wurm', email })
        .expect(202);
    await register(`${local}@bücher-idn.example`);
    await register(`${local.toUpperCase()}@xn--bcher-idn-q9a.example`, world.tenant.slug.toUpperCase());
    await register(`${local}@bu\u0308cher-idn.example`);
    await jobsDone();
    expect(await mailsTo(local)).toHaveLength(1);
    const { body } = await world.admin.get('/staff/inbox-items?type=REGISTRATION&limit=100').expect(200);
    const items = (body.items as { summary: string }[]).filter(({ summary }) => summary.includes(local));
    expect(items).toHaveLength(1);
  });
});

/** What looks like something else is shown to who decides. */
describe('A look-alike', () => {
  const CYRILLIC = 'm@mu\u0435ller-soehne.example';
  const ASCII = 'm@xn--muller-soehne-x3k.example';
  let world: World;

  beforeAll(async () => {
    world = await makeWorld();
  });

  async function item(
    typed: object,
  ): Promise<{ summary: string; detail: Record<string, Record<string, unknown>> }> {
    await Api.anonymous().post(`/public/tenants/${world.tenant.slug}/registrations`).send(typed).expect(202);
    const { body } = await world.admin
      .get('/staff/inbox-items?type=REGISTRATION&sort=-createdAt')
      .expect(200);
    const [newest] = body.items as { id: string; summary: string }[];
    const { body: detail } = await world.admin
      .get(`/staff/inbox-items/${newest?.id ?? ''}`)
      .set('accept-language', 'de')
      .expect(200);
    return { summary: newest?.summary ?? '', detail };
  }

  it('address is told by its punycode form and a warning, there and at what matches', async () => {
    const customerId = await addCustomer(world.admin, 'Andere KG');
    await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ lastName: 'Muller', email: CYRILLIC })
      .expect(201);
    const { summary, detail } = await item({ company: 'Müller', lastName: 'Muster', email: CYRILLIC });
    expect(summary).toContain(`⚠ ${ASCII}`);
    const told = {
      email: CYRILLIC,
      emailAscii: ASCII,
      warning: expect.stringContaining('lateinisch, kyrillisch'),
    };
    expect(detail.sentRegistration).toMatchObject(told);
    expect(detail.matches).toMatchObject({ contacts: [told] });
  });

  it.each([
    ['company', { company: 'Мusterhaus' }],
    ['name', { lastName: 'Mu\u0435ller' }],
  ])('%s is told by a warning', async (_, typed) => {
    const email = `${someone()}@kunde.example`;
    const { summary, detail } = await item({ company: 'Müller', lastName: 'Muster', email, ...typed });
    expect(summary).not.toContain('⚠');
    expect(detail.sentRegistration).toMatchObject({ warning: expect.stringContaining('kyrillisch') });
    expect(detail.sentRegistration).not.toHaveProperty('emailAscii');
  });

  it('is not who writes their name as it is', async () => {
    const email = `${someone()}@müller-söhne.example`;
    const { detail } = await item({ company: 'Müller & Söhne', lastName: 'Çelik', email });
    expect(detail.sentRegistration).toMatchObject({ emailAscii: expect.stringContaining('@xn--') });
    expect(detail.sentRegistration).not.toHaveProperty('warning');
  });
});

describe('The short name of a tenant', () => {
  const slug = `t-${randomBytes(4).toString('hex')}`;
  let email: string;

  beforeAll(async () => {
    const { tenant } = await makeWorld({ slug });
    email = tenant.adminEmail;
  });

  it.each([(text: string) => text.toUpperCase(), (text: string) => `T${text.slice(1)}`])(
    'counts regardless of case everywhere',
    async (spelled) => {
      const name = spelled(slug);
      expect(name).not.toBe(slug);
      await Api.signIn({ tenant: name, email, password: PASSWORD });
      const form = { grant_type: 'password', username: email, password: PASSWORD };
      await Api.anonymous()
        .post('/auth/token')
        .type('form')
        .send({ ...form, client_id: name })
        .expect(200);
      await Api.anonymous().post('/auth/token').auth(name, '').type('form').send(form).expect(200);
      await Api.anonymous().post('/auth/password-reset-requests').send({ tenant: name, email }).expect(202);
      await jobsDone();
      const { body } = await Api.anonymous().get(`/public/tenants/${name}`).expect(200);
      expect(body.slug).toBe(slug);
    },
  );

  it('brings the mail for a forgotten password', async () => {
    await newestMail(email, { subject: 'Neues Passwort' });
  });
});

import { randomBytes } from 'node:crypto';
import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { e2eEnvironment } from './support/environment';
import { type Mail, mailsTo, newestMail, tokenFrom } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { makeWorld, uniqueEmail, type World } from './support/world';

interface Row {
  id: string;
  company: string;
  last_name: string;
  email: string;
  repeats: number;
  state: string;
  verified_at: Date | null;
}

describe('A registration', () => {
  let world: World;
  let tenantId: string;

  beforeAll(async () => {
    world = await makeWorld();
    tenantId = (await world.admin.get('/auth/me').expect(200)).body.tenantId;
  });

  const typed = (email: string, more: object = {}): object => ({
    company: 'Muster & Söhne GmbH',
    firstName: 'Petra',
    lastName: 'Muster',
    email,
    ...more,
  });
  const register = (email: string, more: object = {}, api = Api.anonymous()) =>
    api.post(`/public/tenants/${world.tenant.slug}/registrations`).send(typed(email, more));
  const confirm = (token: string) =>
    Api.anonymous().post('/public/registrations/confirmations').send({ token });
  const rowsOf = (email: string): Promise<Row[]> =>
    asSuperuser<Row>('SELECT * FROM registrations WHERE tenant_id = $1 AND lower(email) = lower($2)', [
      tenantId,
      email,
    ]);
  const anHourLater = (): Promise<unknown> =>
    asSuperuser(
      `UPDATE mailed_addresses SET mails = (
         SELECT jsonb_agg(mail || jsonb_build_object('at', (mail->>'at')::timestamptz - interval '61 minutes'))
         FROM jsonb_array_elements(mails) mail)
       WHERE tenant_id = $1 AND mails <> '[]'`,
      [tenantId],
    );
  const mailsAfterJobs = async (email: string): Promise<Mail[]> => {
    await jobsDone();
    return mailsTo(email);
  };

  it('is written at once and confirmed with the link of the mail, once', async () => {
    const email = uniqueEmail('neu');
    const { body } = await register(email, { privacyAccepted: true }).expect(202);
    expect(Object.keys(body)).toEqual(['message']);
    const [row] = await rowsOf(email);
    expect(row).toMatchObject({ company: 'Muster & Söhne GmbH', state: 'PENDING', verified_at: null });

    const mail = await newestMail(email, { subject: 'bestätigen' });
    const token = tokenFrom(mail);
    expect(mail.text).toContain(`${e2eEnvironment().baseUrl}/p/${world.tenant.slug}/registration#token=`);
    await confirm(token).expect(204);
    expect((await rowsOf(email))[0]?.verified_at).toBeInstanceOf(Date);
    const again = await confirm(token).expect(422);
    expect(again.body).toMatchObject({ code: 'auth.token-invalid', errors: [{ pointer: '/token' }] });
  });

  it('is confirmed once, also by concurrent clicks', async () => {
    const email = uniqueEmail('doppelt');
    await register(email).expect(202);
    const token = tokenFrom(await newestMail(email));
    const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await confirm(token)).status));
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect(statuses.filter((status) => status === 422)).toHaveLength(4);
  });

  it('is not confirmed by opening the link, as programs that scan mails do', async () => {
    const email = uniqueEmail('scanner');
    await register(email).expect(202);
    const token = tokenFrom(await newestMail(email));
    const { baseUrl } = e2eEnvironment();
    for (const method of ['GET', 'HEAD']) {
      const opened = await fetch(`${baseUrl}/registration#token=${token}`, { method });
      expect(opened.status).toBe(200);
    }
    await Api.anonymous().get('/public/registrations/confirmations').expect(404);
    expect((await rowsOf(email))[0]?.verified_at).toBeNull();
    await confirm(token).expect(204);
  });

  it('has a link that expires after 72 hours', async () => {
    const email = uniqueEmail('spaet');
    await register(email).expect(202);
    const token = tokenFrom(await newestMail(email));
    const [row] = await asSuperuser<{ hours: number }>(
      `SELECT extract(epoch FROM confirmation_expires_at - created_at)::float / 3600 AS hours
       FROM registrations WHERE tenant_id = $1 AND email = $2`,
      [tenantId, email],
    );
    expect(row?.hours).toBeCloseTo(72, 1);
    await asSuperuser(
      `UPDATE registrations SET confirmation_expires_at = now() - interval '1 second' WHERE tenant_id = $1 AND email = $2`,
      [tenantId, email],
    );
    const late = await confirm(token).expect(422);
    expect(late.body.code).toBe('auth.token-invalid');
    for (const wrong of ['x', `${token}x`, token.slice(1), Buffer.alloc(64).toString('base64url')]) {
      expect((await confirm(wrong).expect(422)).body.code).toBe('auth.token-invalid');
    }
  });

  it('keeps no secret in the database', async () => {
    const email = uniqueEmail('geheim');
    await register(email).expect(202);
    const token = tokenFrom(await newestMail(email));
    const secret = Buffer.from(token, 'base64url').subarray(32).toString('base64url');
    for (const table of ['registrations', 'outgoing_mails', 'mailed_addresses']) {
      const found = await asSuperuser(`SELECT FROM ${table} t WHERE t::text LIKE '%' || $1 || '%'`, [secret]);
      expect(found).toEqual([]);
    }
  });

  it('is answered alike, in bytes and time, whatever is known of the address', async () => {
    const customer = await addCustomer(world.admin, 'Bekannte AG');
    const active = await addContact(world, customer, 'USER');
    const invited = uniqueEmail('eingeladen');
    const { body: contact } = await world.admin
      .post(`/staff/customers/${customer}/contacts`)
      .send({ lastName: 'Eingeladen', email: invited })
      .expect(201);
    await world.admin
      .put(`/staff/contacts/${String(contact.id)}/portal-access`)
      .send({ role: 'USER' })
      .expect(200);
    const plain = uniqueEmail('ohne-zugang');
    await world.admin
      .post(`/staff/customers/${customer}/contacts`)
      .send({ lastName: 'Ohne', email: plain })
      .expect(201);
    const pending = uniqueEmail('wartet');
    await register(pending).expect(202);

    const answers: Record<string, { bytes: string; milliseconds: number }> = {};
    const populations = {
      unknown: uniqueEmail('unbekannt'),
      active: active.email,
      staff: world.tenant.adminEmail,
      invited,
      plain,
      pending,
    };
    for (const [name, email] of Object.entries(populations)) {
      const since = performance.now();
      const { status, headers, text } = await register(email).expect(202);
      const {
        'x-correlation-id': _id,
        date: _date,
        'ratelimit-reset': _reset,
        ...same
      } = headers as Record<string, string>;
      answers[name] = {
        bytes: JSON.stringify([status, same, text]),
        milliseconds: performance.now() - since,
      };
    }
    expect(new Set(Object.values(answers).map(({ bytes }) => bytes)).size).toBe(1);
    const times = Object.values(answers).map(({ milliseconds }) => milliseconds);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(240);
    expect(await rowsOf(active.email)).toEqual([]);
    expect(await rowsOf(world.tenant.adminEmail)).toEqual([]);
    for (const email of [invited, plain, pending, populations.unknown]) {
      expect(await rowsOf(email)).toHaveLength(1);
    }
  });

  it('of somebody who has access brings them a mail that says so, in their language', async () => {
    const customer = await addCustomer(world.admin, 'Bekannte AG');
    const { email } = await addContact(world, customer, 'USER', 'Bekannt');
    await register(email.toUpperCase(), { lastName: 'Angreifer', language: 'en' }).expect(202);
    const mail = await newestMail(email, { subject: 'bereits einen Zugang' });
    expect(mail.text).toMatch(/^Guten Tag .*Bekannt,/);
    expect(mail.text).toContain('Passwort vergessen');
    expect(mail.text).not.toContain('Angreifer');
    expect(mail.text).not.toContain('#token=');
  });

  it('speaks the language that was asked for, else the tenant’s', async () => {
    const email = uniqueEmail('english');
    await register(email, { language: 'en' }).expect(202);
    await newestMail(email, { subject: 'Please confirm your registration' });
    const german = await register(uniqueEmail()).set('accept-language', 'de');
    const english = await register(uniqueEmail()).set('accept-language', 'en');
    expect(german.body.message).toContain('Vielen Dank');
    expect(english.body.message).toContain('Thank you');
  });

  it('puts nothing that was typed into a mail', async () => {
    const email = uniqueEmail('opfer');
    const mark = `spam${randomBytes(6).toString('hex')}`;
    const more = {
      company: `${mark} https://boese.example/{portalName}`,
      firstName: `${mark}v`,
      lastName: `${mark}n <b>`,
      phone: mark,
      message: `${mark}\nhttps://boese.example`,
    };
    await register(email, more).expect(202);
    await newestMail(email);
    await anHourLater();
    await register(email, more).expect(202);
    await jobsDone();
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(2);
    for (const { id } of mails) {
      const response = await fetch(`${e2eEnvironment().baseUrl}/mailbox/messages/${id}`, {
        headers: { accept: 'application/json' },
      });
      const everything = await response.text();
      expect(everything).toContain(email);
      expect(everything).not.toContain(mark);
      expect(everything).not.toContain('boese.example');
    }
  });

  it('brings an address one mail an hour at most, of whatever kind and however it is spelled', async () => {
    const customer = await addCustomer(world.admin, 'Wechsel AG');
    const name = `p${randomBytes(5).toString('hex')}`;
    const email = `${name}@bücher.example`;
    const spellings = [email, `${name.toUpperCase()}@BÜCHER.example`, `${name}@xn--bcher-kva.example`];
    const answers = await Promise.all([...spellings, ...spellings].map((spelling) => register(spelling)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(202));
    expect(await mailsAfterJobs(name)).toHaveLength(1);
    expect(await asSuperuser('SELECT FROM registrations WHERE email ILIKE $1', [`${name}@%`])).toHaveLength(
      1,
    );

    // Now the address has access: the other kind of mail has to wait for the same hour.
    const known = await addContact(world, customer, 'USER');
    await register(known.email).expect(202);
    await register(known.email).expect(202);
    const sent = (await mailsAfterJobs(known.email)).filter(({ subject }) => subject.includes('bereits'));
    expect(sent).toHaveLength(1);
    await asSuperuser(`UPDATE accounts SET state = 'DEACTIVATED' WHERE id = $1`, [known.contactId]);
    await register(known.email).expect(202);
    expect((await mailsAfterJobs(known.email)).length).toBe(2);
    await anHourLater();
    await register(known.email).expect(202);
    expect((await mailsAfterJobs(known.email))[0]?.subject).toContain('bestätigen');
  });

  it('merges into the pending one, which stays as it was', async () => {
    const email = uniqueEmail('erste');
    await register(email).expect(202);
    const first = await newestMail(email);
    await register(email, { company: 'Feindliche Übernahme AG', lastName: 'Fremd' }).expect(202);
    await register(email.toUpperCase(), { message: 'Und noch einmal' }).expect(202);
    const [row, ...others] = await rowsOf(email);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ company: 'Muster & Söhne GmbH', last_name: 'Muster', email, repeats: 2 });

    // Within the hour nothing was sent, so the first link still works; a newer one voids it.
    await anHourLater();
    await register(email).expect(202);
    const second = await newestMail(email, { after: first });
    await confirm(tokenFrom(first)).expect(422);
    await confirm(tokenFrom(second)).expect(204);

    await anHourLater();
    await register(email).expect(202);
    const third = await newestMail(email, { after: second });
    expect(third.subject).toBe('Ihre Registrierung liegt uns vor');
    expect(third.text).not.toContain('#token=');
  });

  it('is refused where registration is closed, or the tenant is unknown', async () => {
    const other = await makeWorld();
    const { headers } = await other.admin.get('/staff/settings').expect(200);
    await other.admin
      .patch('/staff/settings')
      .set('if-match', String(headers.etag))
      .send({ registrationOpen: false })
      .expect(200);
    const at = (slug: string, email: string) =>
      Api.anonymous().post(`/public/tenants/${slug}/registrations`).send(typed(email));
    const closed = await at(other.tenant.slug, uniqueEmail()).expect(409);
    expect(closed.body.code).toBe('registration.closed');
    expect((await at(other.tenant.slug, other.tenant.adminEmail)).body.code).toBe('registration.closed');
    await at('gibt-es-nicht', uniqueEmail()).expect(404);
  });

  it.each([
    ['no company', { company: undefined }, '/company'],
    ['an empty company', { company: '  ' }, '/company'],
    ['no name', { lastName: undefined }, '/lastName'],
    ['a line break in the name', { lastName: 'Muster\r\nBcc: opfer@example.com' }, '/lastName'],
    ['a control character', { company: 'A\u0007B' }, '/company'],
    ['NUL in the message', { message: 'A\u0000B' }, '/message'],
    ['two addresses in an array', { email: ['a@example.com', 'b@example.com'] }, '/email'],
    ['an object as address', { email: { address: 'a@example.com' } }, '/email'],
    ['two addresses', { email: 'a@example.com, b@example.com' }, '/email'],
    ['a quoted name', { email: '"a@example.com b"@example.org' }, '/email'],
    ['a name with the address', { email: 'Petra <a@example.com>' }, '/email'],
    ['a line break in the address', { email: 'a@example.com\r\nBcc: b@example.com' }, '/email'],
    ['an address in Unicode', { email: 'ä@example.com' }, '/email'],
    ['two at signs in the address', { email: 'a@example.com@example.org' }, '/email'],
    ['a domain that is none', { email: 'a@example' }, '/email'],
    ['a language that is unknown', { language: 'fr' }, '/language'],
    ['a role', { role: 'MAIN_USER' }, '/role'],
    ['a state', { state: 'ACCEPTED' }, '/state'],
  ])('is refused with %s', async (_, more, pointer) => {
    const { body } = await register(uniqueEmail(), more).expect(422);
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });

  it.each([
    ['kein-at', 'email'],
    ['"a@example.com b"@example.org', 'characters'],
  ])('says of %s what is wrong with it', async (email, code) => {
    const { body } = await register(email).expect(422);
    expect(body.errors).toMatchObject([{ pointer: '/email', code }]);
  });

  it('is limited per network address', async () => {
    const caller = Api.anonymous();
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++) statuses.push((await register(uniqueEmail(), {}, caller)).status);
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(202));
    expect(statuses[20]).toBe(429);
    const { headers, body } = await register(uniqueEmail(), {}, caller).expect(429);
    expect(body.code).toBe('too-many-requests');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await register(uniqueEmail()).expect(202);
  });

  it('stays open during mass registrations: with stricter limits per network, and after confirmation of the address', async () => {
    const crowded = await makeWorld();
    const at = (email: string, api: Api) =>
      api.post(`/public/tenants/${crowded.tenant.slug}/registrations`).send(typed(email));
    const itemsOf = (email: string): Promise<unknown[]> =>
      asSuperuser(
        'SELECT i.verified_at FROM inbox_items i JOIN registrations r ON r.id = i.subject_id WHERE r.email = $1',
        [email],
      );
    const flood = async (api: Api): Promise<void> => {
      for (let i = 0; i < 20; i++) await at(uniqueEmail('flut'), api).expect(202);
    };
    await Promise.all(Array.from({ length: 15 }, () => flood(Api.anonymous())));

    const honest = Api.anonymous();
    const email = uniqueEmail('ehrlich');
    await at(email, honest).expect(202);
    expect(await itemsOf(email)).toEqual([]);
    // The mails to the strangers leave first.
    await confirm(tokenFrom(await newestMail(email, { timeoutMs: 60_000 }))).expect(204);
    await jobsDone();
    expect(await itemsOf(email)).toEqual([{ verified_at: expect.any(Date) }]);

    // Whoever goes on from one place is slowed down there, and nobody else is.
    await at(uniqueEmail('ehrlich'), honest).expect(202);
    const { headers } = await at(uniqueEmail('ehrlich'), honest).expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await at(uniqueEmail('ehrlich'), Api.anonymous()).expect(202);
    // Other tenants do not notice.
    const calm = uniqueEmail('ruhig');
    await register(calm).expect(202);
    expect(await itemsOf(calm)).toEqual([{ verified_at: null }]);
  }, 120_000);

  it('is forgotten after half a year, unless it is confirmed and waits', async () => {
    const [old, confirmed, recent] = [uniqueEmail('alt'), uniqueEmail('bestaetigt'), uniqueEmail('jung')];
    for (const email of [old, confirmed, recent]) await register(email).expect(202);
    await confirm(tokenFrom(await newestMail(confirmed))).expect(204);
    await asSuperuser(
      `UPDATE registrations SET created_at = now() - interval '181 days' WHERE tenant_id = $1 AND email = ANY($2)`,
      [tenantId, [old, confirmed]],
    );
    const [{ id } = { id: '' }] = await rowsOf(old);
    await asSuperuser(`SELECT graphile_worker.add_job('RegistrationHousekeeping.tidyUp', '{}'::json)`);
    await jobsDone();
    const [gone] = await asSuperuser<Row>('SELECT * FROM registrations WHERE id = $1', [id]);
    expect(gone).toMatchObject({ state: 'REJECTED', company: '', last_name: '', email: '' });
    expect(await rowsOf(confirmed)).toHaveLength(1);
    expect(await rowsOf(recent)).toHaveLength(1);
  });
});

import { randomBytes } from 'node:crypto';
import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { e2eEnvironment } from './support/environment';
import { type Mail, mailsTo, newestMail, tokenFrom } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { makeWorld, uniqueEmail } from './support/world';
import { confirm, Registrations, typed } from './support/registrations';

describe('A registration', () => {
  let portal: Registrations;
  let world: Registrations['world'];

  beforeAll(async () => {
    portal = await Registrations.make();
    ({ world } = portal);
  });

  const mailsAfterJobs = async (email: string): Promise<Mail[]> => {
    await jobsDone();
    return mailsTo(email);
  };

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
    await portal.register(pending).expect(202);

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
      const { status, headers, text } = await portal.register(email).expect(202);
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
    expect(await portal.rowsOf(active.email)).toEqual([]);
    expect(await portal.rowsOf(world.tenant.adminEmail)).toEqual([]);
    for (const email of [invited, plain, pending, populations.unknown]) {
      expect(await portal.rowsOf(email)).toHaveLength(1);
    }
  });

  it('of somebody who has access brings them a mail that says so, in their language', async () => {
    const customer = await addCustomer(world.admin, 'Bekannte AG');
    const { email } = await addContact(world, customer, 'USER', 'Bekannt');
    await portal.register(email.toUpperCase(), { lastName: 'Angreifer', language: 'en' }).expect(202);
    const mail = await newestMail(email, { subject: 'bereits einen Zugang' });
    expect(mail.text).toMatch(/^Guten Tag .*Bekannt,/);
    expect(mail.text).toContain('Passwort vergessen');
    expect(mail.text).not.toContain('Angreifer');
    expect(mail.text).not.toContain('#token=');
  });

  it('speaks the language that was asked for, else the tenant’s', async () => {
    const email = uniqueEmail('english');
    await portal.register(email, { language: 'en' }).expect(202);
    await newestMail(email, { subject: 'Please confirm your registration' });
    const german = await portal.register(uniqueEmail()).set('accept-language', 'de');
    const english = await portal.register(uniqueEmail()).set('accept-language', 'en');
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
    await portal.register(email, more).expect(202);
    await newestMail(email);
    await portal.anHourLater();
    await portal.register(email, more).expect(202);
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
    const answers = await Promise.all(
      [...spellings, ...spellings].map((spelling) => portal.register(spelling)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(202));
    expect(await mailsAfterJobs(name)).toHaveLength(1);
    expect(await asSuperuser('SELECT FROM registrations WHERE email ILIKE $1', [`${name}@%`])).toHaveLength(
      1,
    );

    // Now the address has access: the other kind of mail has to wait for the same hour.
    const known = await addContact(world, customer, 'USER');
    await portal.register(known.email).expect(202);
    await portal.register(known.email).expect(202);
    const sent = (await mailsAfterJobs(known.email)).filter(({ subject }) => subject.includes('bereits'));
    expect(sent).toHaveLength(1);
    await asSuperuser(`UPDATE accounts SET state = 'DEACTIVATED' WHERE id = $1`, [known.contactId]);
    await portal.register(known.email).expect(202);
    expect((await mailsAfterJobs(known.email)).length).toBe(2);
    await portal.anHourLater();
    await portal.register(known.email).expect(202);
    expect((await mailsAfterJobs(known.email))[0]?.subject).toContain('bestätigen');
  });

  it('is limited per network address', async () => {
    const caller = Api.anonymous();
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++) statuses.push((await portal.register(uniqueEmail(), {}, caller)).status);
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(202));
    expect(statuses[20]).toBe(429);
    const { headers, body } = await portal.register(uniqueEmail(), {}, caller).expect(429);
    expect(body.code).toBe('too-many-requests');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await portal.register(uniqueEmail()).expect(202);
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
    await portal.register(calm).expect(202);
    expect(await itemsOf(calm)).toEqual([{ verified_at: null }]);
  }, 120_000);
});

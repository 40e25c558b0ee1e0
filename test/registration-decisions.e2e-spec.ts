import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { confirmRegistration, decide, newestItem, register, statusesOf } from './support/inbox';
import { mailsTo, newestMail, tokenFrom } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { addAgent, firstLogin, makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

interface Matches {
  readonly contacts: readonly {
    readonly id: string;
    readonly reason: string;
    readonly customer: { readonly id: string };
  }[];
  readonly customers: readonly { readonly id: string; readonly reason: string }[];
}

describe('The decision about a registration', () => {
  let world: World;
  let tenantId: string;
  let agent: Api & { id: string };
  let colleague: Api & { id: string };

  beforeAll(async () => {
    world = await makeWorld();
    tenantId = (await world.admin.get('/auth/me').expect(200)).body.tenantId;
    agent = await addAgent(world);
    colleague = await addAgent(world);
  });

  /** Somebody registers; answers with the item in the Postkorb. */
  async function registered(email: string, values: object = {}): Promise<string> {
    await register(world, values, email);
    return (await newestItem(agent, 'type=REGISTRATION')).id;
  }

  async function addPerson(customerId: string, values: object): Promise<string> {
    const { body } = await agent
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ firstName: 'Anna', lastName: 'Abt', ...values })
      .expect(201);
    return String(body.id);
  }

  const accepting = (registration: object): object => ({
    decision: 'ACCEPTED',
    registration: { role: 'USER', acceptUnverified: true, ...registration },
  });

  const matchesOf = async (item: string): Promise<Matches> =>
    (await agent.get(`/staff/inbox-items/${item}`).expect(200)).body.matches as Matches;

  const reasonFor = async (item: string, customerId: string): Promise<string | undefined> =>
    (await matchesOf(item)).customers.find(({ id }) => id === customerId)?.reason;

  const contactsWith = (email: string): Promise<{ customer_id: string }[]> =>
    asSuperuser('SELECT customer_id FROM contacts WHERE tenant_id = $1 AND lower(email) = lower($2)', [
      tenantId,
      email,
    ]);

  const customersNamed = (name: string): Promise<unknown[]> =>
    asSuperuser('SELECT FROM customers WHERE tenant_id = $1 AND name = $2', [tenantId, name]);

  const stateOf = async (item: string): Promise<string> =>
    (await agent.get(`/staff/inbox-items/${item}`).expect(200)).body.state as string;

  describe('to give access', () => {
    it('tells whose the address is already, so that these can be chosen', async () => {
      const email = uniqueEmail('vergeben');
      const holder = await addCustomer(agent, 'Inhaber KG');
      const contactId = await addPerson(holder, { email: email.toUpperCase() });
      const other = await addCustomer(agent, 'Andere KG');
      const nameless = await addPerson(other, { email: null });
      const item = await registered(email);

      for (const parties of [
        { newCustomer: { name: `Neu ${email}` } },
        { customerId: other },
        { customerId: holder },
        { customerId: other, contactId: nameless },
      ]) {
        const { body } = await decide(agent, item, accepting(parties)).expect(409);
        expect(body).toMatchObject({
          code: 'registration.address-taken',
          contactId,
          customerId: holder,
          detail: expect.stringMatching(/Anna Abt.*Inhaber KG/),
          errors: [{ pointer: '/registration/contactId' }],
        });
      }
      expect(await customersNamed(`Neu ${email}`)).toEqual([]);
      expect(await contactsWith(email)).toHaveLength(1);
      expect(await stateOf(item)).toBe('NEW');

      const { body } = await decide(agent, item, accepting({ customerId: holder, contactId })).expect(200);
      expect(body.contact.id).toBe(contactId);
      await firstLogin(world.tenant.slug, email);
    });

    it('gives a contact without an address the one that was registered', async () => {
      const email = uniqueEmail('nachgetragen');
      const customerId = await addCustomer(agent, 'Ohne Adresse GmbH');
      const contactId = await addPerson(customerId, { email: null, phone: '0221 1' });
      const item = await registered(email);
      await decide(agent, item, accepting({ customerId, contactId })).expect(200);
      const { body } = await agent.get(`/staff/contacts/${contactId}`).expect(200);
      expect(body).toMatchObject({ email, firstName: 'Anna', lastName: 'Abt', phone: '0221 1' });
      const contact = await firstLogin(world.tenant.slug, email);
      expect((await contact.get('/auth/me').expect(200)).body.id).toBe(contactId);
    });

    it('gives it one address, when two registrations are accepted for that contact at once', async () => {
      for (let round = 0; round < 3; round++) {
        const emails = [uniqueEmail('eins'), uniqueEmail('zwei')];
        const customerId = await addCustomer(agent, 'Zweimal GmbH');
        const contactId = await addPerson(customerId, { email: null });
        const items: string[] = [];
        for (const email of emails) items.push(await registered(email));
        const outcome = accepting({ customerId, contactId });
        const answers = await Promise.all(
          items.map((item, i) => decide([agent, colleague][i]!, item, outcome)),
        );
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
        const refused = answers.find(({ status }) => status === 422);
        expect(refused?.body.code).toBe('registration.contact-address-differs');
        const { body } = await agent.get(`/staff/contacts/${contactId}`).expect(200);
        expect(body.email).toBe(emails[answers.findIndex(({ status }) => status === 200)]);
      }
    });

    it('is refused for a contact who has another address', async () => {
      const customerId = await addCustomer(agent, 'Zwei Adressen GmbH');
      const contactId = await addPerson(customerId, { email: uniqueEmail('alt') });
      const item = await registered(uniqueEmail('neu'));
      const { body } = await decide(agent, item, accepting({ customerId, contactId })).expect(422);
      expect(body).toMatchObject({
        code: 'registration.contact-address-differs',
        errors: [{ pointer: '/registration/contactId' }],
      });
      expect(await stateOf(item)).toBe('NEW');
    });

    it('is refused for a contact of another customer, and without a clear choice', async () => {
      const email = uniqueEmail('wahl');
      const [one, two] = [await addCustomer(agent, 'Eins GmbH'), await addCustomer(agent, 'Zwei GmbH')];
      const contactId = await addPerson(one, { email });
      const item = await registered(email);
      const pointerOf = async (parties: object): Promise<string> =>
        (await decide(agent, item, accepting(parties)).expect(422)).body.errors[0].pointer;
      expect(await pointerOf({ customerId: two, contactId })).toBe('/registration/contactId');
      expect(await pointerOf({})).toBe('/registration/customerId');
      expect(await pointerOf({ customerId: one, newCustomer: { name: 'Drei GmbH' } })).toBe(
        '/registration/newCustomer',
      );
    });

    it('points to the number of the new customer where it is taken, and can be repeated with another', async () => {
      const email = uniqueEmail('nummer');
      await agent.post('/staff/customers').send({ number: 'KD-4711', name: 'Alteingesessen' }).expect(201);
      const item = await registered(email);
      const named = (number: string): object =>
        accepting({ newCustomer: { name: `Neu ${email}`, number, city: 'Köln' } });
      const { body } = await decide(agent, item, named('KD-4711')).expect(409);
      expect(body).toMatchObject({
        code: 'customer.number-taken',
        errors: [{ pointer: '/registration/newCustomer/number' }],
      });
      expect(await customersNamed(`Neu ${email}`)).toEqual([]);
      const { body: accepted } = await decide(agent, item, named('KD-4712')).expect(200);
      expect(accepted.customer).toMatchObject({ number: 'KD-4712', name: `Neu ${email}` });
    });

    it('sends an invited contact new credentials, which void the old ones', async () => {
      const email = uniqueEmail('eingeladen');
      const customerId = await addCustomer(agent, 'Verlorene Mail GmbH');
      const contactId = await addPerson(customerId, { email });
      await agent.put(`/staff/contacts/${contactId}/portal-access`).send({ role: 'USER' }).expect(200);
      const lost = await newestMail(email, { subject: 'Zugang' });
      const item = await registered(email);
      await decide(agent, item, accepting({ customerId, contactId, role: 'MAIN_USER' })).expect(200);
      const contact = await firstLogin(world.tenant.slug, email, lost);
      expect((await contact.get('/auth/me').expect(200)).body.role).toBe('MAIN_USER');
      await Api.anonymous()
        .post('/auth/password-resets')
        .send({ token: tokenFrom(lost), newPassword: PASSWORD })
        .expect(422);
    });

    it('restores an ended access, with new credentials', async () => {
      const contact = await addContact(world, await addCustomer(agent, 'Zurück GmbH'), 'MAIN_USER');
      const first = await newestMail(contact.email, { subject: 'Zugang' });
      await agent.delete(`/staff/contacts/${contact.contactId}/portal-access`).expect(204);
      const item = await registered(contact.email);
      const [match] = (await matchesOf(item)).contacts;
      expect(match).toMatchObject({ id: contact.contactId, portalAccess: 'DEACTIVATED' });
      const parties = { customerId: match?.customer.id, contactId: contact.contactId };
      await decide(agent, item, accepting(parties)).expect(200);
      const credentials = { tenant: world.tenant.slug, email: contact.email, password: PASSWORD };
      await Api.anonymous().post('/auth/login').send(credentials).expect(401);
      const back = await firstLogin(world.tenant.slug, contact.email, first);
      expect((await back.get('/auth/me').expect(200)).body).toMatchObject({
        id: contact.contactId,
        role: 'USER',
      });
    });

    it('sends nothing to a contact who has logged in meanwhile; the role stays', async () => {
      const email = uniqueEmail('inzwischen');
      const customerId = await addCustomer(agent, 'Schneller GmbH');
      const contactId = await addPerson(customerId, { email });
      await agent.put(`/staff/contacts/${contactId}/portal-access`).send({ role: 'USER' }).expect(200);
      const item = await registered(email);
      const contact = await firstLogin(world.tenant.slug, email);
      await decide(agent, item, accepting({ customerId, contactId, role: 'MAIN_USER' })).expect(200);
      expect((await contact.get('/auth/me').expect(200)).body.role).toBe('MAIN_USER');
      await jobsDone();
      const credentials = (await mailsTo(email)).filter(({ subject }) => subject.includes('Zugang'));
      expect(credentials).toHaveLength(1);
    });

    it('is refused where the address is that of a colleague', async () => {
      const email = uniqueEmail('kollege');
      await world.admin.post('/staff/users').send({ name: 'Emil Neu', email, role: 'AGENT' }).expect(201);
      // Invited, so not active yet: the address may be registered.
      const item = await registered(email);
      const newCustomer = { name: `Neu ${email}` };
      const { body } = await decide(agent, item, accepting({ newCustomer })).expect(409);
      expect(body.code).toBe('portal-access.email-taken');
      expect(await customersNamed(newCustomer.name)).toEqual([]);
      expect(await contactsWith(email)).toEqual([]);
      expect(await stateOf(item)).toBe('NEW');
    });

    it('is made by one of two at once: one customer, one contact, one mail with credentials', async () => {
      for (let round = 0; round < 3; round++) {
        const email = uniqueEmail('wettlauf');
        const item = await registered(email);
        await confirmRegistration(email);
        const outcome = accepting({ newCustomer: { name: `Neu ${email}` } });
        expect(await statusesOf([agent, colleague].map((staff) => decide(staff, item, outcome)))).toEqual([
          200, 409,
        ]);
        await jobsDone();
        expect(await customersNamed(`Neu ${email}`)).toHaveLength(1);
        expect(await contactsWith(email)).toHaveLength(1);
        expect((await mailsTo(email)).map(({ subject }) => subject.includes('Zugang'))).toEqual([
          true,
          false,
        ]);
        await firstLogin(world.tenant.slug, email);
      }
    });

    it('and one to reject, at once: whoever comes first', async () => {
      const email = uniqueEmail('uneins');
      const item = await registered(email);
      const [accepted, rejected] = await Promise.all([
        decide(agent, item, accepting({ newCustomer: { name: `Neu ${email}` } })),
        decide(colleague, item, { decision: 'REJECTED', sendMail: true }),
      ]);
      expect([accepted.status, rejected.status].sort()).toEqual([200, 409]);
      await jobsDone();
      expect(await contactsWith(email)).toHaveLength(accepted.status === 200 ? 1 : 0);
      expect(await stateOf(item)).toBe(accepted.status === 200 ? 'DONE' : 'REJECTED');
    });
  });

  describe('is helped by suggestions', () => {
    it('of contacts with the same address, however it is written', async () => {
      const customerId = await addCustomer(agent, 'Bücherstube');
      const contactId = await addPerson(customerId, { email: 'Petra@xn--bcher-kva.example' });
      const item = await registered('petra@bücher.example', { company: 'Ganz anders' });
      const { contacts, customers } = await matchesOf(item);
      expect(contacts).toMatchObject([{ id: contactId, reason: 'SAME_ADDRESS', portalAccess: 'NONE' }]);
      expect(customers).toContainEqual(expect.objectContaining({ id: customerId, reason: 'SAME_DOMAIN' }));
    });

    it.each([
      ['the address of the customer', { email: 'info@{domain}' }, {}],
      ['the website of the customer', { website: 'https://www.{domain}/kontakt' }, {}],
      ['the address of a contact', {}, { email: 'chefin@{domain}' }],
    ])('of customers with the same domain: %s', async (_, ofCustomer, ofContact) => {
      const domain = `${uniqueEmail('firma').split('@')[0]}.example`;
      const filled = (values: object): object =>
        JSON.parse(JSON.stringify(values).replaceAll('{domain}', domain)) as object;
      const { body: customer } = await agent
        .post('/staff/customers')
        .send({ name: 'Quellwasser AG', ...filled(ofCustomer) })
        .expect(201);
      await addPerson(String(customer.id), filled(ofContact));
      const item = await registered(`neu@${domain.toUpperCase()}`, { company: 'Ganz anders' });
      expect(await reasonFor(item, String(customer.id))).toBe('SAME_DOMAIN');
    });

    it.each(['gmail.com', 'gmx.de', 'web.de', 't-online.de', 'outlook.com', 'icloud.com'])(
      'but not because both have an address at %s',
      async (domain) => {
        const name = uniqueEmail('privat').split('@')[0] ?? '';
        const { body: customer } = await agent
          .post('/staff/customers')
          .send({ name: 'Quellwasser AG', email: `info-${name}@${domain}` })
          .expect(201);
        await addPerson(String(customer.id), { email: `chefin-${name}@${domain}` });
        const item = await registered(`${name}@${domain.toUpperCase()}`, { company: 'Xylophonbau Zenker' });
        expect(await reasonFor(item, String(customer.id))).toBeUndefined();
      },
    );

    it.each([
      ['Dachdeckerei Wieczorek GmbH & Co. KG', 'Dachdeckerei Wieczorek'],
      ['Orthopädietechnik Hülsmann', 'Orthopaedietechnik Huelsman GmbH'],
      ['Autohaus Przybilla e.K.', 'Autohaus Przybilla Filiale Süd'],
    ])('of customers with a similar name: %s, %s', async (name, company) => {
      const customerId = await addCustomer(agent, name);
      const item = await registered(`chef-${uniqueEmail().split('@')[0]}@gmx.net`, { company });
      expect(await reasonFor(item, customerId)).toBe('SIMILAR_NAME');
    });
  });

  describe('to reject', () => {
    it('mails what staff write, where they want that, in the language of the form', async () => {
      const email = uniqueEmail('absage');
      const item = await registered(email, { language: 'en' });
      const message = 'We could not find your company.\nPlease call us.';
      await decide(agent, item, { decision: 'REJECTED', sendMail: true, message }).expect(200);
      const mail = await newestMail(email, { subject: 'Your registration' });
      expect(mail.text).toContain('We could not find your company.');
      expect(mail.text).not.toContain('Gärtnerei');
      expect(await contactsWith(email)).toEqual([]);
    });

    it('is silent where they do not; the words are kept for colleagues', async () => {
      const email = uniqueEmail('still');
      const item = await registered(email);
      await confirmRegistration(email);
      await decide(agent, item, { decision: 'REJECTED', sendMail: false, message: 'Wettbewerber.' }).expect(
        200,
      );
      await jobsDone();
      expect((await mailsTo(email)).map(({ subject }) => subject)).toEqual([
        expect.stringContaining('bestätigen'),
      ]);
      const { body } = await colleague.get(`/staff/inbox-items/${item}`).expect(200);
      expect(body.outcome).toMatchObject({ decision: 'REJECTED', message: 'Wettbewerber.', mailed: false });
    });

    it('lets the person register again, as a new applicant', async () => {
      const email = uniqueEmail('nochmal');
      const first = await registered(email);
      await decide(agent, first, { decision: 'REJECTED', sendMail: false }).expect(200);
      const second = await registered(email, { message: 'Ich bin doch Kunde.' });
      expect(second).not.toBe(first);
      expect(await stateOf(second)).toBe('NEW');
    });
  });

  it('is forgotten with everything about the person after half a year, in the Postkorb, too', async () => {
    const mark = `Vergissmich${uniqueEmail().split('@')[0]?.replace('-', '')}`;
    const emails = [uniqueEmail('abgelehnt'), uniqueEmail('angenommen'), uniqueEmail('unbestaetigt')];
    const [rejected, accepted, unconfirmed] = await Promise.all(
      emails.map(async (email, i) => {
        const typed = { company: `${mark}${i} GmbH`, lastName: mark, phone: mark, message: mark };
        await register(world, typed, email);
        await register(world, { ...typed, message: `${mark} noch einmal` }, email);
        const items = await agent.get('/staff/inbox-items?type=REGISTRATION&limit=100').expect(200);
        const found = items.body.items.find(({ summary }: { summary: string }) => summary.includes(email));
        return String(found.id);
      }),
    );
    await jobsDone();
    await agent
      .post(`/staff/inbox-items/${rejected}/notes`)
      .send({ body: `Kenne ${mark} nicht.` })
      .expect(201);
    await decide(agent, rejected!, {
      decision: 'REJECTED',
      sendMail: false,
      message: `Nein, ${mark}.`,
    }).expect(200);
    const { body: item } = await decide(
      agent,
      accepted!,
      accepting({ newCustomer: { name: 'Übernommen GmbH' } }),
    ).expect(200);
    await jobsDone();

    await asSuperuser(
      `UPDATE registrations SET created_at = created_at - interval '181 days', decided_at = decided_at - interval '181 days'
       WHERE tenant_id = $1 AND lower(email) = ANY($2)`,
      [tenantId, emails],
    );
    const kept = await registered(uniqueEmail('jung'));
    await asSuperuser(`SELECT graphile_worker.add_job('RegistrationHousekeeping.tidyUp', '{}'::json)`);
    await jobsDone();

    for (const id of [rejected, accepted, unconfirmed])
      await agent.get(`/staff/inbox-items/${id}`).expect(404);
    await agent.get(`/staff/inbox-items/${kept}`).expect(200);
    for (const table of ['registrations', 'inbox_items', 'inbox_notes']) {
      const rows = await asSuperuser(`SELECT t::text AS text FROM ${table} t WHERE t::text LIKE $1`, [
        `%${mark}%`,
      ]);
      expect([table, rows]).toEqual([table, []]);
    }
    // Who decided what is known all the same, and whoever got access is a contact.
    const { body: log } = await world.admin.get(`/staff/audit-entries?objectId=${accepted}`).expect(200);
    expect(log.items.map(({ action }: { action: string }) => action)).toEqual([
      'inbox-item.forgotten',
      'inbox-item.decided',
    ]);
    const { body: contact } = await agent.get(`/staff/contacts/${item.contact.id}`).expect(200);
    expect(contact.lastName).toBe(mark);
  });
});

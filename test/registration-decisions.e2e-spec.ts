import { asSuperuser } from './support/database';
import { confirmRegistration, decide, register } from './support/inbox';
import { mailsTo, newestMail } from './support/mailbox';
import { addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { uniqueEmail } from './support/world';
import { accepting, RegistrationDesk } from './support/registration-desk';

describe('The decision about a registration', () => {
  let desk: RegistrationDesk;
  let world: RegistrationDesk['world'];
  let tenantId: RegistrationDesk['tenantId'];
  let agent: RegistrationDesk['agent'];
  let colleague: RegistrationDesk['colleague'];

  beforeAll(async () => {
    desk = await RegistrationDesk.make();
    ({ world, tenantId, agent, colleague } = desk);
  });

  const reasonFor = async (item: string, customerId: string): Promise<string | undefined> =>
    (await desk.matchesOf(item)).customers.find(({ id }) => id === customerId)?.reason;

  describe('is helped by suggestions', () => {
    it('of contacts with the same address, however it is written', async () => {
      const customerId = await addCustomer(agent, 'Bücherstube');
      const contactId = await desk.addPerson(customerId, { email: 'Petra@xn--bcher-kva.example' });
      const item = await desk.registered('petra@bücher.example', { company: 'Ganz anders' });
      const { contacts, customers } = await desk.matchesOf(item);
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
      await desk.addPerson(String(customer.id), filled(ofContact));
      const item = await desk.registered(`neu@${domain.toUpperCase()}`, { company: 'Ganz anders' });
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
        await desk.addPerson(String(customer.id), { email: `chefin-${name}@${domain}` });
        const item = await desk.registered(`${name}@${domain.toUpperCase()}`, {
          company: 'Xylophonbau Zenker',
        });
        expect(await reasonFor(item, String(customer.id))).toBeUndefined();
      },
    );

    it.each([
      ['Dachdeckerei Wieczorek GmbH & Co. KG', 'Dachdeckerei Wieczorek'],
      ['Orthopädietechnik Hülsmann', 'Orthopaedietechnik Huelsman GmbH'],
      ['Autohaus Przybilla e.K.', 'Autohaus Przybilla Filiale Süd'],
    ])('of customers with a similar name: %s, %s', async (name, company) => {
      const customerId = await addCustomer(agent, name);
      const item = await desk.registered(`chef-${uniqueEmail().split('@')[0]}@gmx.net`, { company });
      expect(await reasonFor(item, customerId)).toBe('SIMILAR_NAME');
    });
  });

  describe('to reject', () => {
    it('mails what staff write, where they want that, in the language of the form', async () => {
      const email = uniqueEmail('absage');
      const item = await desk.registered(email, { language: 'en' });
      const message = 'We could not find your company.\nPlease call us.';
      await decide(agent, item, { decision: 'REJECTED', sendMail: true, message }).expect(200);
      const mail = await newestMail(email, { subject: 'Your registration' });
      expect(mail.text).toContain('We could not find your company.');
      expect(mail.text).not.toContain('Gärtnerei');
      expect(await desk.contactsWith(email)).toEqual([]);
    });

    it('is silent where they do not; the words are kept for colleagues', async () => {
      const email = uniqueEmail('still');
      const item = await desk.registered(email);
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
      const first = await desk.registered(email);
      await decide(agent, first, { decision: 'REJECTED', sendMail: false }).expect(200);
      const second = await desk.registered(email, { message: 'Ich bin doch Kunde.' });
      expect(second).not.toBe(first);
      expect(await desk.stateOf(second)).toBe('NEW');
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
    const kept = await desk.registered(uniqueEmail('jung'));
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

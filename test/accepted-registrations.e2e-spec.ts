import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { confirmRegistration, decide, statusesOf } from './support/inbox';
import { mailsTo, newestMail, tokenFrom } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { firstLogin, PASSWORD, uniqueEmail } from './support/world';
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

  const customersNamed = (name: string): Promise<unknown[]> =>
    asSuperuser('SELECT FROM customers WHERE tenant_id = $1 AND name = $2', [tenantId, name]);

  describe('to give access', () => {
    it('tells whose the address is already, so that these can be chosen', async () => {
      const email = uniqueEmail('vergeben');
      const holder = await addCustomer(agent, 'Inhaber KG');
      const contactId = await desk.addPerson(holder, { email: email.toUpperCase() });
      const other = await addCustomer(agent, 'Andere KG');
      const nameless = await desk.addPerson(other, { email: null });
      const item = await desk.registered(email);

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
      expect(await desk.contactsWith(email)).toHaveLength(1);
      expect(await desk.stateOf(item)).toBe('NEW');

      const { body } = await decide(agent, item, accepting({ customerId: holder, contactId })).expect(200);
      expect(body.contact.id).toBe(contactId);
      await firstLogin(world.tenant.slug, email);
    });

    it('gives a contact without an address the one that was registered', async () => {
      const email = uniqueEmail('nachgetragen');
      const customerId = await addCustomer(agent, 'Ohne Adresse GmbH');
      const contactId = await desk.addPerson(customerId, { email: null, phone: '0221 1' });
      const item = await desk.registered(email);
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
        const contactId = await desk.addPerson(customerId, { email: null });
        const items: string[] = [];
        for (const email of emails) items.push(await desk.registered(email));
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
      const contactId = await desk.addPerson(customerId, { email: uniqueEmail('alt') });
      const item = await desk.registered(uniqueEmail('neu'));
      const { body } = await decide(agent, item, accepting({ customerId, contactId })).expect(422);
      expect(body).toMatchObject({
        code: 'registration.contact-address-differs',
        errors: [{ pointer: '/registration/contactId' }],
      });
      expect(await desk.stateOf(item)).toBe('NEW');
    });

    it('is refused for a contact of another customer, and without a clear choice', async () => {
      const email = uniqueEmail('wahl');
      const [one, two] = [await addCustomer(agent, 'Eins GmbH'), await addCustomer(agent, 'Zwei GmbH')];
      const contactId = await desk.addPerson(one, { email });
      const item = await desk.registered(email);
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
      const item = await desk.registered(email);
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
      const contactId = await desk.addPerson(customerId, { email });
      await agent.put(`/staff/contacts/${contactId}/portal-access`).send({ role: 'USER' }).expect(200);
      const lost = await newestMail(email, { subject: 'Zugang' });
      const item = await desk.registered(email);
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
      const item = await desk.registered(contact.email);
      const [match] = (await desk.matchesOf(item)).contacts;
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
      const contactId = await desk.addPerson(customerId, { email });
      await agent.put(`/staff/contacts/${contactId}/portal-access`).send({ role: 'USER' }).expect(200);
      const item = await desk.registered(email);
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
      const item = await desk.registered(email);
      const newCustomer = { name: `Neu ${email}` };
      const { body } = await decide(agent, item, accepting({ newCustomer })).expect(409);
      expect(body.code).toBe('portal-access.email-taken');
      expect(await customersNamed(newCustomer.name)).toEqual([]);
      expect(await desk.contactsWith(email)).toEqual([]);
      expect(await desk.stateOf(item)).toBe('NEW');
    });

    it('is made by one of two at once: one customer, one contact, one mail with credentials', async () => {
      for (let round = 0; round < 3; round++) {
        const email = uniqueEmail('wettlauf');
        const item = await desk.registered(email);
        await confirmRegistration(email);
        const outcome = accepting({ newCustomer: { name: `Neu ${email}` } });
        expect(await statusesOf([agent, colleague].map((staff) => decide(staff, item, outcome)))).toEqual([
          200, 409,
        ]);
        await jobsDone();
        expect(await customersNamed(`Neu ${email}`)).toHaveLength(1);
        expect(await desk.contactsWith(email)).toHaveLength(1);
        expect((await mailsTo(email)).map(({ subject }) => subject.includes('Zugang'))).toEqual([
          true,
          false,
        ]);
        await firstLogin(world.tenant.slug, email);
      }
    });

    it('and one to reject, at once: whoever comes first', async () => {
      const email = uniqueEmail('uneins');
      const item = await desk.registered(email);
      const [accepted, rejected] = await Promise.all([
        decide(agent, item, accepting({ newCustomer: { name: `Neu ${email}` } })),
        decide(colleague, item, { decision: 'REJECTED', sendMail: true }),
      ]);
      expect([accepted.status, rejected.status].sort()).toEqual([200, 409]);
      await jobsDone();
      expect(await desk.contactsWith(email)).toHaveLength(accepted.status === 200 ? 1 : 0);
      expect(await desk.stateOf(item)).toBe(accepted.status === 200 ? 'DONE' : 'REJECTED');
    });
  });
});

import type { Response, Test } from 'supertest';
import { Api } from './support/api';
import { e2eEnvironment } from './support/environment';
import { type Mail, mailsTo, newestMail } from './support/mailbox';
import { operationsOfDocument, type Schema } from './support/operations';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { addAgent, firstLogin, makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

/** What the thief of a session must not do: take over an account, or the mails. */
describe('Fresh proof', () => {
  let world: World;
  let customerId: string;

  beforeAll(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Beweis GmbH');
  });

  /** A change that names the state it is made on, as it is now. */
  async function patch(path: string, body: object, api = world.admin): Promise<Response> {
    const { headers } = await api.get(path).expect(200);
    return api.patch(path).set('if-match', String(headers.etag)).send(body);
  }

  /** Refused without the password and with a wrong one, and done with the right one. */
  async function takesPassword(send: (more: object) => PromiseLike<Response>): Promise<void> {
    const problem = (code: string): object => ({
      status: 422,
      body: { code, errors: [{ pointer: '/currentPassword', code }] },
    });
    expect(await send({})).toMatchObject(problem('auth.current-password-required'));
    const wrong = await send({ currentPassword: 'nicht das Passwort 1' });
    expect(wrong).toMatchObject(problem('auth.current-password-wrong'));
    expect((await send({ currentPassword: PASSWORD })).ok).toBe(true);
  }

  it.each([
    ['portalUrl', 'https://boese.example'],
    ['senderName', 'Boese'],
    ['senderAddress', 'boese@boese.example'],
    ['replyTo', 'boese@boese.example'],
  ])('is needed for the setting %s, unless it stays as it is', async (field, value) => {
    await takesPassword((more) => patch('/staff/settings', { [field]: value, ...more }));
    expect((await patch('/staff/settings', { [field]: value })).status).toBe(200);
    const { body } = await patch('/staff/settings', { [field]: null, portalName: 'Neuer Name' });
    expect(body.code).toBe('auth.current-password-required');
    expect((await world.admin.get('/staff/settings')).body).toMatchObject({ [field]: value });
    expect((await patch('/staff/settings', { portalName: 'Neuer Name' })).status).toBe(200);
  });

  it('is asked for by every operation of staff that takes an address or a role, but for those that move nobody’s', async () => {
    const MOVES_NOBODY = {
      createContact: 'has no access yet',
      createCustomer: 'no mail goes there',
      updateCustomer: 'no mail goes there',
      decideInboxItem: 'makes a customer, and gives access in the portal',
      activatePortalAccess: 'gives access in the portal',
      givePortalAccesses: 'gives access in the portal',
      moveContact: 'goes with the access, to another company of the portal',
    };
    const isDelicate = (schema: Schema): boolean =>
      Object.entries(schema.properties ?? {}).some(
        ([name, field]) => name === 'role' || field.format === 'email' || isDelicate(field),
      );
    const delicate = (await operationsOfDocument()).filter(
      ({ audience, bodySchema }) =>
        ['STAFF', 'ADMIN'].includes(String(audience)) && bodySchema && isDelicate(bodySchema),
    );
    const without = delicate.filter(({ bodySchema }) => !bodySchema?.properties?.currentPassword);
    expect(without.map(({ id }) => id).sort()).toEqual(Object.keys(MOVES_NOBODY).sort());
    expect(delicate.length).toBeGreaterThan(without.length);
  });

  it('is needed for an administrator, not for an agent', async () => {
    const invite = (role: string, more: object = {}): Test =>
      world.admin.post('/staff/users').send({ name: 'Neu', email: uniqueEmail('neu'), role, ...more });
    await takesPassword((more) => invite('ADMIN', more));
    await invite('AGENT').expect(201);
  });

  it('is needed to promote somebody, and to invite an administrator again', async () => {
    const { id } = await addAgent(world);
    const path = `/staff/users/${id}`;
    await takesPassword((more) => patch(path, { role: 'ADMIN', ...more }));
    expect((await patch(path, { active: false })).status).toBe(200);
    await takesPassword((more) => patch(path, { active: true, ...more }));
    expect((await patch(path, { active: false, role: 'AGENT' })).status).toBe(200);
    expect((await patch(path, { active: true })).status).toBe(200);
    // An administrator without access is none, until the access comes back.
    expect((await patch(path, { active: false })).status).toBe(200);
    expect((await patch(path, { role: 'ADMIN' })).status).toBe(200);
    await takesPassword((more) => patch(path, { active: true, ...more }));
  });

  it('is needed for the address of staff, whoever they are and in whatever state', async () => {
    const { body: me } = await world.admin.get('/auth/me').expect(200);
    const agent = await addAgent(world);
    const { body: invited } = await world.admin
      .post('/staff/users')
      .send({ name: 'Eingeladen', email: uniqueEmail('eingeladen'), role: 'AGENT' })
      .expect(201);
    for (const id of [me.id, agent.id, invited.id]) {
      const email = uniqueEmail('woanders');
      await takesPassword((more) => patch(`/staff/users/${id}`, { email, ...more }));
      // The same again changes nothing.
      expect((await patch(`/staff/users/${id}`, { email, name: 'Anders' })).status).toBe(200);
    }
  });

  it('is needed for the address of a contact who has used the access, also after it has ended', async () => {
    const agent = await addAgent(world);
    const contact = await addContact(world, customerId, 'USER');
    const path = `/staff/contacts/${contact.contactId}`;
    await takesPassword((more) => patch(path, { email: uniqueEmail('fremd'), ...more }, agent));
    await agent.delete(`${path}/portal-access`).expect(204);
    await takesPassword((more) => patch(path, { email: uniqueEmail('fremd'), ...more }, agent));
    // Neither with a detour over no address at all.
    expect((await patch(path, { email: null }, agent)).status).toBe(200);
    await takesPassword((more) => patch(path, { email: uniqueEmail('fremd'), ...more }, agent));
    expect((await patch(path, { phone: '+49 221 1' }, agent)).status).toBe(200);
  });

  it('is not needed for the address of somebody who has not come yet', async () => {
    const { body } = await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ lastName: 'Vertippt', email: uniqueEmail('vertippt') })
      .expect(201);
    const path = `/staff/contacts/${String(body.id)}`;
    expect((await patch(path, { email: uniqueEmail('richtig') })).status).toBe(200);
    await world.admin.put(`${path}/portal-access`).send({ role: 'USER' }).expect(200);
    expect((await patch(path, { email: uniqueEmail('richtiger') })).status).toBe(200);
    const { body: taken } = await world.admin.get(path).expect(200);
    await firstLogin(world.tenant.slug, String(taken.email));
    expect((await patch(path, { email: uniqueEmail('zu-spaet') })).status).toBe(422);
  });

  it('cannot be guessed, and the log tells of it once', async () => {
    const thief = await addAgent(world);
    const contact = await addContact(world, customerId, 'USER');
    const path = `/staff/contacts/${contact.contactId}`;
    const guess = async (currentPassword: string): Promise<number> =>
      (await patch(path, { email: uniqueEmail('fremd'), currentPassword }, thief)).status;
    const statuses: number[] = [];
    for (let i = 0; i < 13; i++) statuses.push(await guess(`geraten ${i}`));
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429, 429, 429]);
    expect(await guess(PASSWORD)).toBe(429);
    const { body } = await world.admin
      .get(`/staff/audit-entries?action=reauthentication.blocked&objectId=${thief.id}`)
      .expect(200);
    expect(body.items).toMatchObject([{ actorId: thief.id, objectType: 'Account' }]);
  });
});

describe('A new login address', () => {
  let world: World;

  beforeAll(async () => {
    world = await makeWorld();
  });

  async function move(
    language: 'de' | 'en',
  ): Promise<{ mails: Mail[]; before: string; after: string; api: Api }> {
    const before = uniqueEmail('vorher');
    const after = uniqueEmail('nachher');
    const { body } = await world.admin
      .post('/staff/users')
      .send({ name: 'Umzug <b>', email: before, role: 'AGENT' })
      .expect(201);
    const api = await firstLogin(world.tenant.slug, before);
    await world.admin
      .patch(`/staff/users/${String(body.id)}`)
      .set('if-match', '"1"')
      .send({ email: after, language, currentPassword: PASSWORD })
      .expect(200);
    const subject =
      language === 'de' ? 'Ihre Anmeldeadresse wurde geändert' : 'Your login address has been changed';
    return {
      mails: [await newestMail(before, { subject }), await newestMail(after, { subject })],
      before,
      after,
      api,
    };
  }

  it.each(['de', 'en'] as const)(
    'is told at the old and at the new one, with the sessions: %s',
    async (language) => {
      const { mails, before, after, api } = await move(language);
      for (const { id, text } of mails) {
        expect(text).toContain(before);
        expect(text).toContain(after);
        expect(text).toContain(api.address);
        const response = await fetch(`${e2eEnvironment().baseUrl}/mailbox/messages/${id}`, {
          headers: { accept: 'application/json' },
        });
        const { html } = (await response.json()) as { html: string };
        expect(html).toContain(after);
        expect(html).toContain(api.address);
        expect(html).not.toContain('Umzug <b>');
      }
      await Api.signIn({ tenant: world.tenant.slug, email: after, password: PASSWORD });
    },
  );

  it('is not told to strangers: who was invited with a wrong address gets no second mail there', async () => {
    const wrong = uniqueEmail('falsch');
    const customerId = await addCustomer(world.admin, 'Tippfehler AG');
    const { body } = await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ lastName: 'Tipp', email: wrong })
      .expect(201);
    await world.admin
      .put(`/staff/contacts/${String(body.id)}/portal-access`)
      .send({ role: 'USER' })
      .expect(200);
    await newestMail(wrong);
    const right = uniqueEmail('richtig');
    await world.admin
      .patch(`/staff/contacts/${String(body.id)}`)
      .set('if-match', '"1"')
      .send({ email: right })
      .expect(200);
    await newestMail(right);
    await jobsDone();
    expect(await mailsTo(wrong)).toHaveLength(1);
  });
});

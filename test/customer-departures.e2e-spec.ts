import type { Response } from 'supertest';
import { Api } from './support/api';
import { asSuperuser } from './support/database';
import { decide, registrationItem } from './support/inbox';
import { mailsTo, newestMail, tokenFrom } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { makeWorld, PASSWORD, uniqueEmail, type World } from './support/world';

describe('A customer who leaves', () => {
  let world: World;
  let customerId: string;
  let contact: Awaited<ReturnType<typeof addContact>>;

  beforeEach(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    contact = await addContact(world, customerId, 'MAIN_USER');
  });

  const read = async (path: string): Promise<Response['body']> =>
    (await world.admin.get(path).expect(200)).body;
  const place = (): string => `/staff/customers/${customerId}`;
  const archive = async (how: 'put' | 'delete' = 'put'): Promise<Response> => {
    const { version } = await read(place());
    return world.admin[how](`${place()}/archival`)
      .set('if-match', `"${String(version)}"`)
      .expect(200);
  };
  const found = async (query: string): Promise<string[]> =>
    (await read(`/staff/customers?${query}`)).items.map(({ id }: { id: string }) => id);

  it('loses all accesses at once, with what is open counted before, and gets them back', async () => {
    const invited = await world.admin
      .post(`${place()}/contacts`)
      .send({ lastName: 'Eingeladen', email: uniqueEmail('eingeladen') })
      .expect(201);
    await world.admin
      .put(`/staff/contacts/${String(invited.body.id)}/portal-access`)
      .send({ role: 'USER' })
      .expect(200);
    const link = tokenFrom(await newestMail(String(invited.body.email), { subject: 'Zugang' }));
    const ticket = await contact
      .post('/portal/tickets')
      .send({ subject: 'Offen', description: 'x' })
      .expect(201);
    const counted = { contactsWithAccess: 2, openTickets: 1, openOrders: 0 };
    expect(await read(`${place()}/archival`)).toEqual({ archivedAt: null, ...counted });

    // The receipt of the ticket has left.
    await jobsDone();
    const { body, headers } = await archive();
    expect(headers.etag).toBe(`"${String(body.version)}"`);
    expect(await read(`${place()}/archival`)).toEqual({ archivedAt: body.archivedAt, ...counted });
    await contact.get('/auth/me').expect(401);
    const login = { tenant: world.tenant.slug, email: contact.email, password: PASSWORD };
    await Api.anonymous().post('/auth/login').send(login).expect(401);
    const first = { token: link, newPassword: PASSWORD };
    await Api.anonymous().post('/auth/password-resets').send(first).expect(422);
    const before = (await mailsTo(contact.email)).length;
    const asked = { tenant: world.tenant.slug, email: contact.email };
    await Api.anonymous().post('/auth/password-reset-requests').send(asked).expect(202);
    await world.admin
      .post(`/staff/tickets/${String(ticket.body.id)}/comments`)
      .send({ body: 'Erledigt.', visibility: 'PUBLIC' })
      .expect(201);
    await jobsDone();
    expect(await mailsTo(contact.email)).toHaveLength(before);

    await archive('delete');
    expect(await read(`${place()}/archival`)).toMatchObject({ archivedAt: null });
    await contact.get('/auth/me').expect(401);
    const back = await Api.signIn(login);
    await back.get(`/portal/tickets/${String(ticket.body.id)}`).expect(200);
    await Api.anonymous().post('/auth/password-resets').send(first).expect(204);
    const { items } = await read(`/staff/audit-entries?objectId=${customerId}`);
    expect(items.map(({ action }: { action: string }) => action)).toEqual([
      'customer.restored',
      'customer.archived',
      'customer.created',
    ]);
  });

  it('is left out of lists unless asked for', async () => {
    const other = await addCustomer(world.admin, 'Müller und Töchter');
    await archive();
    expect(await found('')).toEqual([other]);
    expect(await found('search=m%C3%BCller')).toEqual([other]);
    expect(await found('state=ARCHIVED&sort=number')).toEqual([customerId]);
    expect(await found('state=ALL')).toHaveLength(2);
    expect(await read(place())).toMatchObject({ name: 'Müller & Söhne GmbH' });
  });

  it('gets no new contact, no access and nobody who registers', async () => {
    await archive();
    const archived = { code: 'customer.archived' };
    const added = await world.admin.post(`${place()}/contacts`).send({ lastName: 'Neu' }).expect(409);
    expect(added.body).toMatchObject(archived);
    const access = `/staff/contacts/${contact.contactId}/portal-access`;
    expect((await world.admin.put(access).send({ role: 'USER' }).expect(409)).body).toMatchObject(archived);
    const item = await registrationItem(world, { company: 'Müller & Söhne GmbH' });
    expect(await read(`/staff/inbox-items/${item.id}`)).toMatchObject({ matches: { customers: [] } });
    const registration = { customerId, role: 'USER', acceptUnverified: true };
    const { body } = await decide(world.admin, item.id, { decision: 'ACCEPTED', registration }).expect(409);
    expect(body).toMatchObject({ ...archived, errors: [{ pointer: '/registration/customerId' }] });
  });

  it('is archived by one of two callers with the same version, and by no caller of another tenant', async () => {
    const { version } = await read(place());
    const sent = [1, 2].map(() =>
      world.admin.put(`${place()}/archival`).set('if-match', `"${String(version)}"`),
    );
    expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([200, 412]);
    const stranger = await makeWorld();
    await stranger.admin.put(`${place()}/archival`).set('if-match', '"1"').expect(404);
    await stranger.admin.get(`${place()}/archival`).expect(404);
    await world.admin.put(`${place()}/archival`).expect(428);
  });

  it('has no contact whose access was granted concurrently', async () => {
    for (let round = 0; round < 4; round++) {
      const id = await addCustomer(world.admin, `Runde ${round}`);
      const { body } = await world.admin
        .post(`/staff/customers/${id}/contacts`)
        .send({ lastName: 'Gleich', email: uniqueEmail('runde') })
        .expect(201);
      const [given, gone] = await Promise.all([
        world.admin.put(`/staff/contacts/${String(body.id)}/portal-access`).send({ role: 'USER' }),
        world.admin.put(`/staff/customers/${id}/archival`).set('if-match', '"1"'),
      ]);
      expect(gone.status).toBe(200);
      expect(given.status).toBeLessThan(500);
      expect(
        await asSuperuser('SELECT id FROM accounts WHERE customer_id = $1 AND suspended_at IS NULL', [id]),
      ).toEqual([]);
    }
  });
});

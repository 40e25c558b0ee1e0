import { randomBytes, randomUUID } from 'node:crypto';
import type { Response } from 'supertest';
import { type Api } from './support/api';
import { asSuperuser } from './support/database';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { offerArticle, putIntoCart, setShops, submitCart } from './support/shops';
import { addAgent, makeWorld, type World } from './support/world';

describe('A contact who is to be forgotten', () => {
  let world: World;
  let customerId: string;
  let contact: Awaited<ReturnType<typeof addContact>>;
  let colleague: Awaited<ReturnType<typeof addContact>>;
  const lastName = `Zwiebelturm${randomBytes(4).toString('hex')}`;

  beforeEach(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    colleague = await addContact(world, customerId, 'MAIN_USER', 'Bleibt');
    contact = await addContact(world, customerId, 'USER', lastName);
  });

  const read = async (path: string): Promise<Response['body']> =>
    (await world.admin.get(path).expect(200)).body;
  const place = (): string => `/staff/contacts/${contact.contactId}`;
  const erase = async (status = 200, staff: Api = world.admin): Promise<Response> => {
    const { version } = await read(place());
    return staff
      .put(`${place()}/erasure`)
      .set('if-match', `"${String(version)}"`)
      .expect(status);
  };
  /** The tables of the tenant in which a word stands somewhere. */
  const tablesWith = async (word: string): Promise<string[]> => {
    const { tenantId } = await read('/auth/me');
    const tables = await asSuperuser<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'tenant_id' ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await asSuperuser(
        `SELECT FROM ${name} t WHERE tenant_id = $1 AND t::text ILIKE '%' || $2 || '%' LIMIT 1`,
        [tenantId, word],
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  };

  /** The night after the last day for which the name was to be kept. */
  const tidyUpLater = async (): Promise<void> => {
    await asSuperuser(`UPDATE contacts SET kept_until = current_date - 1 WHERE id = $1`, [contact.contactId]);
    await asSuperuser(`SELECT graphile_worker.add_job('ErasureHousekeeping.tidyUp', '{}'::json)`);
    await jobsDone();
  };

  it('is found nowhere any more, but in what the law wants kept and in the log', async () => {
    const { id } = (
      await contact.post('/portal/tickets').send({ subject: 'Meins', description: 'x' }).expect(201)
    ).body;
    await contact
      .post(`/portal/tickets/${id}/comments`)
      .set('idempotency-key', randomUUID())
      .send({ body: 'Noch etwas' })
      .expect(201);
    await contact
      .post(`/portal/tickets/${id}/attachments`)
      .attach('file', Buffer.from('x'), 'x.txt')
      .expect(201);
    await contact.post('/portal/uploads').attach('file', Buffer.from('x'), 'y.txt').expect(201);
    const other = await colleague
      .post('/portal/tickets')
      .send({ subject: 'Seins', description: 'x' })
      .expect(201);
    await world.admin
      .put(`/staff/tickets/${String(other.body.id)}/watchers/${contact.contactId}`)
      .expect(204);
    await world.admin
      .post(`/staff/customers/${customerId}/devices`)
      .send({ name: 'Notebook', userName: `Kim ${lastName}` })
      .expect(201);
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    const article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 9_900 });
    await putIntoCart(contact, 'online-shop', article, 2);
    const { body: order } = await submitCart(contact, 'online-shop');
    await putIntoCart(contact, 'online-shop', article, 1);
    await jobsDone();
    const year = new Date().getUTCFullYear() + 8;
    const counted = { openTickets: 1, orders: 1, openOrders: 1, nameKeptUntil: `${year}-12-31` };
    expect(await read(`${place()}/erasure`)).toMatchObject({ erasedAt: null, ...counted });

    await erase();
    expect(await tablesWith(lastName)).toEqual(['audit_entries', 'contacts']);
    expect(await tablesWith(contact.email)).toEqual(['audit_entries']);
    expect(await asSuperuser('SELECT FROM outgoing_mails WHERE about = $1', [contact.contactId])).toEqual([]);
    expect((await read('/staff/search?q=Person')).items).toEqual([]);
    expect(await read(`${place()}/erasure`)).toMatchObject({ ...counted, erasedAt: expect.any(String) });
    await contact.get('/auth/me').expect(401);
    expect(await read(`/staff/tickets/${id}`)).toMatchObject({ contact: { name: 'Gelöschte Person' } });
    expect((await read(`/staff/tickets/${id}/comments`)).items).toMatchObject([
      { body: 'Noch etwas', author: { name: 'Gelöschte Person' } },
    ]);
    expect(await read(`/staff/orders/${String(order.id)}`)).toMatchObject({
      contact: { name: `Kim ${lastName}` },
    });
    const { items } = await read(`/staff/customers/${customerId}/contacts`);
    expect(items.map((one: { lastName: string }) => one.lastName)).toEqual(['Bleibt']);
    // Somebody else may have the address from now on.
    await world.admin
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ lastName: 'Nachfolge', email: contact.email })
      .expect(201);

    // What has become of orders since then counts.
    await tidyUpLater();
    expect(await read(`/staff/orders/${String(order.id)}`)).toMatchObject({
      contact: { name: `Kim ${lastName}` },
    });
    expect(await read(`${place()}/erasure`)).toMatchObject({ nameKeptUntil: `${year}-12-31` });
    await asSuperuser(
      `UPDATE orders SET created_at = created_at - interval '9 years' WHERE contact_id = $1`,
      [contact.contactId],
    );
    await tidyUpLater();
    expect(await tablesWith(lastName)).toEqual(['audit_entries']);
    expect(await read(`/staff/orders/${String(order.id)}`)).toMatchObject({
      contact: { name: 'Gelöschte Person' },
    });
  });

  it('is forgotten under a former name, too, and is not taken for a namesake', async () => {
    const namesake = await addContact(world, customerId, 'USER', lastName);
    const { body: ticket } = await colleague
      .post('/portal/tickets')
      .send({ subject: 'Seins', description: 'x' })
      .expect(201);
    for (const { contactId } of [namesake, contact])
      await world.admin.put(`/staff/tickets/${ticket.id}/watchers/${contactId}`).expect(204);
    const { version } = await read(place());
    await world.admin
      .patch(place())
      .set('if-match', `"${String(version)}"`)
      .send({ lastName: 'Verheiratet' })
      .expect(200);
    await world.admin.delete(`/staff/tickets/${ticket.id}/watchers/${contact.contactId}`).expect(204);
    await erase();
    const { history } = await read(`/staff/tickets/${ticket.id}`);
    const values = history.map(({ from, to }: { from: string | null; to: string | null }) => from ?? to);
    expect(values).toEqual(['NEW', `Kim ${lastName}`, 'Gelöschte Person', 'Gelöschte Person']);
  });

  it('is forgotten where they were before, too', async () => {
    const { body: ticket } = await colleague
      .post('/portal/tickets')
      .send({ subject: 'Seins', description: 'x' })
      .expect(201);
    await world.admin.put(`/staff/tickets/${ticket.id}/watchers/${contact.contactId}`).expect(204);
    await world.admin
      .post(`/staff/customers/${customerId}/devices`)
      .send({ name: 'Notebook', userName: `Kim ${lastName}` })
      .expect(201);
    const { version } = await read(place());
    await world.admin
      .put(`${place()}/customer`)
      .set('if-match', `"${String(version)}"`)
      .send({ customerId: await addCustomer(world.admin, 'Nachher GmbH') })
      .expect(200);
    await erase();
    expect(await tablesWith(lastName)).toEqual(['audit_entries']);
    const { history } = await read(`/staff/tickets/${ticket.id}`);
    expect(history).toEqual(
      expect.arrayContaining([expect.objectContaining({ event: 'WATCHER_ADDED', to: 'Gelöschte Person' })]),
    );
  });

  it('comes back by nothing that staff do', async () => {
    const { version } = await read(place());
    const sent = [1, 2].map(() =>
      world.admin.put(`${place()}/erasure`).set('if-match', `"${String(version)}"`),
    );
    expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await erase(409)).body.code).toBe('contact.erased');
    await world.admin
      .patch(place())
      .set('if-match', `"${Number(version) + 1}"`)
      .send({ lastName: 'Wieder' })
      .expect(409);
    const access = await world.admin.put(`${place()}/portal-access`).send({ role: 'USER' }).expect(409);
    expect(access.body.code).toBe('contact.erased');
    const ticket = { subject: 'x', description: 'x', contactId: contact.contactId };
    await world.admin.post('/staff/tickets').send(ticket).expect(422);
  });

  it('is a matter of administrators of the tenant', async () => {
    const agent = await addAgent(world);
    await agent.get(`${place()}/erasure`).expect(403);
    await erase(403, agent);
    const stranger = await makeWorld();
    await stranger.admin.get(`${place()}/erasure`).expect(404);
    await erase(404, stranger.admin);
  });
});

import type { Api } from './support/api';
import { EventStream } from './support/event-stream';
import { whileHolding } from './support/held-rows';
import { addCategory, addContact, addCustomer } from './support/population';
import { addAgent, makeWorld, type World } from './support/world';

interface Category {
  readonly id: string;
  readonly version: number;
  readonly nameDe: string;
  readonly position: number;
}

describe('Categories of tickets', () => {
  let world: World;
  let agent: Api;
  let contact: Awaited<ReturnType<typeof addContact>>;

  beforeEach(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    contact = await addContact(world, await addCustomer(world.admin, 'Müller & Söhne GmbH'), 'USER');
  });

  const listed = async (): Promise<Category[]> =>
    (await agent.get('/staff/ticket-categories').expect(200)).body.items;

  const patch = (id: string, version: number, changes: object): ReturnType<Api['patch']> =>
    world.admin.patch(`/staff/ticket-categories/${id}`).set('if-match', `"${version}"`).send(changes);

  async function offered(language = 'de'): Promise<object[]> {
    const list = contact.get('/portal/ticket-categories').set('accept-language', language);
    return (await list.expect(200)).body.items;
  }

  const ticket = { subject: 'Toner leer', description: 'Bitte liefern.' };
  const request = (categoryId: string): ReturnType<Api['post']> =>
    contact.post('/portal/tickets').send({ ...ticket, categoryId });

  it('are kept by admins, in the order that they choose', async () => {
    const printing = await addCategory(world.admin, 'Drucken', { nameEn: 'Printing' });
    const access = await addCategory(world.admin, 'Zugänge', { nameEn: 'Access' });
    await addCategory(world.admin, 'Wartung', { position: 5, shownToCustomers: false });
    expect((await listed()).map(({ nameDe, position }) => [nameDe, position])).toEqual([
      ['Wartung', 5],
      ['Drucken', 10],
      ['Zugänge', 20],
    ]);
    const { body } = await patch(access, 1, { position: 1, nameEn: 'Users' }).expect(200);
    expect(body).toEqual({
      id: access,
      version: 2,
      nameDe: 'Zugänge',
      nameEn: 'Users',
      position: 1,
      active: true,
      shownToCustomers: true,
    });
    await patch(access, 1, { position: 99 }).expect(412);
    const { headers } = await agent.get(`/staff/ticket-categories/${access}`).expect(200);
    expect(headers.etag).toBe('"2"');
    expect((await listed()).map(({ nameDe }) => nameDe)).toEqual(['Zugänge', 'Wartung', 'Drucken']);
    await agent.post('/staff/ticket-categories').send({ nameDe: 'Neu', nameEn: 'New' }).expect(403);
    await agent.delete(`/staff/ticket-categories/${printing}`).expect(403);
    await world.admin.delete(`/staff/ticket-categories/${printing}`).expect(204);
    await world.admin.delete(`/staff/ticket-categories/${printing}`).expect(404);
    const recorded = async (id: string): Promise<unknown[]> =>
      (await world.admin.get(`/staff/audit-entries?objectId=${id}`).expect(200)).body.items;
    expect(await recorded(access)).toMatchObject([
      { action: 'ticket-category.changed', changes: { position: 1, nameEn: 'Users' } },
      { action: 'ticket-category.created', changes: { nameDe: 'Zugänge', nameEn: 'Access' } },
    ]);
    expect(await recorded(printing)).toMatchObject([
      { action: 'ticket-category.deleted', changes: { nameDe: 'Drucken', nameEn: 'Printing' } },
      { action: 'ticket-category.created' },
    ]);
  });

  it('have each name once, whatever its case', async () => {
    await addCategory(world.admin, 'Drucken', { nameEn: 'Printing' });
    const id = await addCategory(world.admin, 'Zugänge', { nameEn: 'Access' });
    for (const [names, pointer] of [
      [{ nameDe: 'DRUCKEN', nameEn: 'Paper' }, '/nameDe'],
      [{ nameDe: 'Papier', nameEn: 'printing' }, '/nameEn'],
    ] as const) {
      const { body } = await world.admin.post('/staff/ticket-categories').send(names).expect(409);
      expect(body).toMatchObject({ code: 'ticket-category.name-taken', errors: [{ pointer }] });
      expect((await patch(id, 1, names).expect(409)).body.errors[0].pointer).toBe(pointer);
    }
  });

  it('are chosen by customers among those that are active and shown', async () => {
    const access = await addCategory(world.admin, 'Zugänge', { nameEn: 'Access' });
    const hidden = await addCategory(world.admin, 'Wartung', { shownToCustomers: false });
    const old = await addCategory(world.admin, 'Faxgeräte');
    await patch(old, 1, { active: false }).expect(200);
    const foreign = await addCategory((await makeWorld()).admin, 'Fremd');
    expect(await offered()).toEqual([{ id: access, name: 'Zugänge' }]);
    expect(await offered('en')).toEqual([{ id: access, name: 'Access' }]);
    for (const id of [hidden, old, foreign, contact.contactId]) {
      const { body } = await request(id).expect(422);
      expect(body.errors).toEqual([
        {
          pointer: '/categoryId',
          code: 'ticket.category-unknown',
          detail: 'Diese Kategorie steht nicht zur Wahl.',
        },
      ]);
    }
    const { body: made } = await request(access).expect(201);
    expect(made.category).toEqual({ id: access, name: 'Zugänge' });
    const read = contact.get(`/portal/tickets/${made.id}`).set('accept-language', 'en');
    expect((await read.expect(200)).body.category).toEqual({ id: access, name: 'Access' });
    expect((await agent.get(`/staff/tickets?categoryId=${access}`).expect(200)).body.items).toMatchObject([
      { id: made.id, category: { id: access, name: 'Zugänge' } },
    ]);
  });

  it('are set by staff, and seen by customers where they are shown to them', async () => {
    const shown = await addCategory(world.admin, 'Zugänge');
    const hidden = await addCategory(world.admin, 'Wartung', { shownToCustomers: false });
    const old = await addCategory(world.admin, 'Faxgeräte');
    await patch(old, 1, { active: false }).expect(200);
    const { body: made } = await contact.post('/portal/tickets').send(ticket).expect(201);
    expect(made.category).toBeNull();
    const set = (version: number, categoryId: string | null): ReturnType<Api['patch']> =>
      agent.patch(`/staff/tickets/${made.id}`).set('if-match', `"${version}"`).send({ categoryId });
    const seen = async (): Promise<object> =>
      (await contact.get(`/portal/tickets/${made.id}`).expect(200)).body;
    expect((await set(1, old).expect(422)).body.errors[0].pointer).toBe('/categoryId');

    const stream = await EventStream.open(contact, '/portal/events');
    try {
      await set(1, hidden).expect(200);
      expect(await seen()).toEqual(made);
      await set(2, shown).expect(200);
      await stream.until(() => stream.about(made.id).includes('ticket.changed'));
      expect(await seen()).toEqual({ ...made, category: { id: shown, name: 'Zugänge' } });
    } finally {
      stream.close();
    }
    const { body } = await set(3, null).expect(200);
    expect(body.category).toBeNull();
    expect(
      body.history
        .filter(({ event }: { event: string }) => event === 'CATEGORY_CHANGED')
        .map(({ from, to }: { from: string; to: string }) => [from, to]),
    ).toEqual([
      [null, 'Wartung'],
      ['Wartung', 'Zugänge'],
      ['Zugänge', null],
    ]);
  });

  it('that tickets have cannot be deleted, but made inactive', async () => {
    const id = await addCategory(world.admin, 'Zugänge');
    const { body: made } = await request(id).expect(201);
    const { body } = await world.admin.delete(`/staff/ticket-categories/${id}`).expect(409);
    expect(body).toMatchObject({
      code: 'ticket-category.in-use',
      detail:
        'Es gibt Tickets mit dieser Kategorie, darum kann sie nicht gelöscht werden. Setzen Sie sie auf inaktiv, dann wählt sie niemand mehr.',
    });
    await patch(id, 1, { active: false }).expect(200);
    expect(await offered()).toEqual([]);
    expect((await contact.get(`/portal/tickets/${made.id}`).expect(200)).body.category.name).toBe('Zugänge');
    const kept = agent.patch(`/staff/tickets/${made.id}`).set('if-match', '"1"');
    await kept.send({ categoryId: id, priority: 'HIGH' }).expect(200);
  });

  it('are never deleted under a ticket that is just getting them', async () => {
    const { body: made } = await contact.post('/portal/tickets').send(ticket).expect(201);
    const taken = await addCategory(world.admin, 'Zugänge');
    const getting = {
      sql: 'UPDATE tickets SET category_id = $1 WHERE id = $2',
      values: [taken, made.id],
    };
    const refused = await whileHolding(getting, () =>
      world.admin.delete(`/staff/ticket-categories/${taken}`),
    );
    expect([refused.status, refused.body.code]).toEqual([409, 'ticket-category.in-use']);

    const gone = await addCategory(world.admin, 'Faxgeräte');
    const going = { sql: 'DELETE FROM ticket_categories WHERE id = $1', values: [gone] };
    const answer = await whileHolding(going, () => request(gone));
    expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'ticket.category-unknown']);
  });

  it('are a hundred at most', async () => {
    for (let i = 0; i < 100; i++) await addCategory(world.admin, `Kategorie ${i}`);
    const { body } = await world.admin
      .post('/staff/ticket-categories')
      .send({ nameDe: 'Noch eine', nameEn: 'One more' })
      .expect(409);
    expect(body.code).toBe('ticket-category.too-many');
  });
});

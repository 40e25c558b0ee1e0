import { randomUUID } from 'node:crypto';
import { addCategory, addContact, addCustomer } from './support/population';
import { addAgent, makeWorld, type World } from './support/world';
import type { Api } from './support/api';

/** What staff look for again and again: kept for each of them, and for nobody else. */
describe('Gemerkte Filter', () => {
  const path = '/staff/me/ticket-filters';
  let world: World;
  let agent: Api & { id: string };

  beforeAll(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
  });

  const named = (count: number, name = 'Filter'): object[] =>
    Array.from({ length: count }, (_, place) => ({ name: `${name} ${place}`, search: 'Drucker' }));

  it('are those of one person, in their order, until others take their place', async () => {
    expect((await agent.get(path).expect(200)).body).toEqual({ items: [] });
    const items = [
      { name: 'Eilig', view: 'unassigned', priority: 'URGENT', sort: '-priority' },
      { name: 'Alles von Agnes', search: 'Drucker', assigneeId: agent.id },
    ];
    expect((await agent.put(path).send({ items }).expect(200)).body).toEqual({ items });
    expect((await agent.get(path).expect(200)).body).toEqual({ items });
    expect((await world.admin.get(path).expect(200)).body).toEqual({ items: [] });

    await world.admin
      .put(path)
      .send({ items: named(1, 'Nur Admin') })
      .expect(200);
    await agent
      .put(path)
      .send({ items: items.slice(1) })
      .expect(200);
    expect((await agent.get(path).expect(200)).body).toEqual({ items: items.slice(1) });
    expect((await world.admin.get(path).expect(200)).body.items).toHaveLength(1);
    await agent.put(path).send({ items: [] }).expect(200);
    expect((await agent.get(path).expect(200)).body).toEqual({ items: [] });
  });

  it('are twenty at most, each under a short name of its own', async () => {
    await agent
      .put(path)
      .send({ items: named(20) })
      .expect(200);
    const tooMany = await agent
      .put(path)
      .send({ items: named(21) })
      .expect(422);
    expect(tooMany.body.errors[0].pointer).toBe('/items');
    await agent
      .put(path)
      .send({ items: [{ name: 'x'.repeat(60) }] })
      .expect(200);
    const refused = async (...items: object[]): Promise<string> =>
      String((await agent.put(path).send({ items }).expect(422)).body.errors[0].pointer);
    expect(await refused({ name: 'x'.repeat(61) })).toBe('/items/0/name');
    expect(await refused({ name: 'Eilig' }, { name: 'EILIG' })).toBe('/items/1/name');
    expect(await refused({ name: 'Eilig', view: 'secret' })).toBe('/items/0/view');
    expect(await refused({ name: 'Eilig', assigneeId: 'me' })).toBe('/items/0/assigneeId');
    expect(await refused({ name: 'Eilig', assigneeId: randomUUID() })).toBe('/items/0/assigneeId');
    expect(await refused({ name: 'Eilig' }, { name: 'Wartung', categoryId: randomUUID() })).toBe(
      '/items/1/categoryId',
    );
    expect(await refused({ name: 'Eilig', staffUserId: agent.id })).toBe('/items/0/staffUserId');
    expect((await agent.get(path).expect(200)).body.items).toEqual([{ name: 'x'.repeat(60) }]);
  });

  it('never stay half of one and half of another when two are saved at once', async () => {
    const both = [named(20, 'Hier'), named(20, 'Dort')];
    await Promise.all(both.map((items) => agent.put(path).send({ items }).expect(200)));
    expect(both).toContainEqual((await agent.get(path).expect(200)).body.items);
  });

  it('go with the category that they are about', async () => {
    const categoryId = await addCategory(world.admin, 'Auf Zeit');
    const items = [{ name: 'Auf Zeit', categoryId }, { name: 'Für immer' }];
    await agent.put(path).send({ items }).expect(200);
    await world.admin.delete(`/staff/ticket-categories/${categoryId}`).expect(204);
    expect((await agent.get(path).expect(200)).body.items).toEqual([{ name: 'Für immer' }]);
  });

  it('are for staff', async () => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Fern GmbH'), 'MAIN_USER');
    await contact.get(path).expect(403);
    await contact.put(path).send({ items: [] }).expect(403);
  });
});

import type { Api } from './support/api';
import { addContact, addCustomer } from './support/population';
import { addAgent, makeWorld, type World } from './support/world';

describe('Canned replies', () => {
  const path = '/staff/canned-replies';
  let world: World;
  let agent: Api;

  beforeEach(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
  });

  const names = async (): Promise<string[]> => {
    const { body } = await agent.get(path).expect(200);
    return body.items.map(({ name }: { name: string }) => name);
  };
  const add = async (name: string, body = 'Guten Tag {{contactName}}'): Promise<string> => {
    const { body: made } = await world.admin.post(path).send({ name, body }).expect(201);
    return String(made.id);
  };
  const change = (id: string, version: number, changes: object): ReturnType<Api['patch']> =>
    world.admin.patch(`${path}/${id}`).set('if-match', `"${version}"`).send(changes);

  it('are kept by admins and read by all staff', async () => {
    const id = await add('Wir kümmern uns');
    await add('Erledigt');
    expect(await names()).toEqual(['Erledigt', 'Wir kümmern uns']);
    const { body, headers } = await agent.get(`${path}/${id}`).expect(200);
    expect(body).toEqual({ id, version: 1, name: 'Wir kümmern uns', body: 'Guten Tag {{contactName}}' });
    expect(headers.etag).toBe('"1"');
    await change(id, 1, { body: 'Hallo,\n{{ ticketNumber }}\n{{staffName}}' }).expect(200);
    await change(id, 1, { name: 'Später' }).expect(412);
    await agent.post(path).send({ name: 'Neu', body: 'Neu' }).expect(403);
    await agent.delete(`${path}/${id}`).expect(403);
    await world.admin.delete(`${path}/${id}`).expect(204);
    await world.admin.delete(`${path}/${id}`).expect(404);
    expect(await names()).toEqual(['Erledigt']);
    const { body: audit } = await world.admin.get('/staff/audit-entries?limit=4').expect(200);
    expect(audit.items).toMatchObject([
      { action: 'canned-reply.deleted', changes: { name: 'Wir kümmern uns' } },
      { action: 'canned-reply.changed' },
      { action: 'canned-reply.created', changes: { name: 'Erledigt' } },
      { action: 'canned-reply.created', changes: { name: 'Wir kümmern uns' } },
    ]);
  });

  it('are not for contacts', async () => {
    const contact = await addContact(world, await addCustomer(world.admin, 'Erste GmbH'), 'MAIN_USER');
    await contact.get(path).expect(403);
  });

  it('have each name once, however it is written', async () => {
    await add('Erledigt');
    const { body } = await world.admin.post(path).send({ name: 'ERLEDIGT', body: 'Anders' }).expect(409);
    expect(body).toMatchObject({ code: 'canned-reply.name-taken', errors: [{ pointer: '/name' }] });
    const other = await add('Anders');
    await change(other, 1, { name: 'erledigt' }).expect(409);
  });

  it('have no placeholder without a value', async () => {
    const id = await add('Gut', 'Hier ist { nichts } einzusetzen.');
    for (const text of ['Hallo {{kontakt}}', '{{}}', '{{contactName}} {{contactname}}']) {
      const { body } = await world.admin.post(path).send({ name: 'Schlecht', body: text }).expect(422);
      expect(body).toMatchObject({
        code: 'canned-reply.placeholder-unknown',
        errors: [{ pointer: '/body' }],
      });
      await change(id, 1, { body: text }).expect(422);
    }
    expect(await names()).toEqual(['Gut']);
  });
});

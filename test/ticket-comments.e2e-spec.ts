import type { Api } from './support/api';
import { addContact, addCustomer } from './support/population';
import { makeWorld } from './support/world';

describe('Comments', () => {
  it('come in the order that is asked for', async () => {
    const world = await makeWorld();
    const user = await addContact(world, await addCustomer(world.admin, 'Erste GmbH'), 'USER');
    const { body: ticket } = await user
      .post('/portal/tickets')
      .send({ subject: 'Viel', description: 'Zu sagen.' })
      .expect(201);
    for (const body of ['eins', 'zwei', 'drei'])
      await user.post(`/portal/tickets/${ticket.id}/comments`).send({ body }).expect(201);
    const bodies = async (api: Api, path: string): Promise<string[]> => {
      const { body } = await api.get(path).expect(200);
      return body.items.map((comment: { body: string }) => comment.body);
    };
    const path = `/portal/tickets/${ticket.id}/comments`;
    expect(await bodies(user, path)).toEqual(['eins', 'zwei', 'drei']);
    expect(await bodies(user, `${path}?sort=-createdAt`)).toEqual(['drei', 'zwei', 'eins']);
    expect(await bodies(world.admin, `/staff/tickets/${ticket.id}/comments?sort=-createdAt&limit=2`)).toEqual(
      ['drei', 'zwei'],
    );
  });
});

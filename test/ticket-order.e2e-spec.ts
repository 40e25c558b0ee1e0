import { addCustomer } from './support/population';
import { addAgent, makeWorld, type World } from './support/world';
import type { Api } from './support/api';

describe('The order of the tickets', () => {
  let world: World;
  let agent: Api;
  let customerId: string;

  beforeAll(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    for (const [subject, priority] of [
      ['Erstes', 'LOW'],
      ['Zweites', 'URGENT'],
      ['Drittes', 'NORMAL'],
      ['Viertes', 'URGENT'],
      ['Fünftes', 'HIGH'],
    ]) {
      const ticket = { customerId, subject, description: 'Bitte.', priority };
      await agent.post('/staff/tickets').send(ticket).expect(201);
    }
  });

  async function subjectsOf(query: string): Promise<{ subjects: string[]; next?: string }> {
    const { body } = await agent.get(`/staff/tickets?${query}`).expect(200);
    const { items, nextCursor } = body as { items: { subject: string }[]; nextCursor?: string };
    return { subjects: items.map(({ subject }) => subject), next: nextCursor };
  }

  it('is by priority, the oldest of the same first, from page to page', async () => {
    const order = ['Zweites', 'Viertes', 'Fünftes', 'Drittes', 'Erstes'];
    expect((await subjectsOf('sort=-priority')).subjects).toEqual(order);
    expect((await subjectsOf('sort=-priority&status=NEW')).subjects).toEqual(order);
    const first = await subjectsOf('sort=-priority&limit=2');
    const second = await subjectsOf(`sort=-priority&limit=2&cursor=${first.next}`);
    const third = await subjectsOf(`sort=-priority&limit=2&cursor=${second.next}`);
    expect([...first.subjects, ...second.subjects, ...third.subjects]).toEqual(order);
    expect(third.next).toBeUndefined();
  });

  it('is by priority also of what is found, but not of all that are done', async () => {
    expect((await subjectsOf('sort=-priority&search=bitte&limit=2')).subjects).toEqual([
      'Zweites',
      'Viertes',
    ]);
    for (const status of ['CLOSED', 'NEW&status=RESOLVED']) {
      const { body } = await agent.get(`/staff/tickets?sort=-priority&status=${status}`).expect(422);
      expect(body.detail).toBe('Nach Priorität lassen sich nur laufende Tickets sortieren.');
    }
  });
});

import { closeStreams, listen, type LiveWorld, makeLiveWorld } from './support/live-world';
import { ticketOf } from './support/portal-tickets';
import { addAgent } from './support/world';

describe('Live events of what is for staff', () => {
  let world: LiveWorld['world'];
  let agent: LiveWorld['agent'];
  let mainUser: LiveWorld['mainUser'];

  beforeAll(async () => {
    ({ world, agent, mainUser } = await makeLiveWorld());
  });

  afterEach(closeStreams);

  it('tell staff alone of their own: who is invited, who has come, and what is changed', async () => {
    const staff = await listen(agent);
    const contact = await listen(mainUser);
    const { id } = await addAgent(world, 'Nora Neu');
    await staff.until(() => staff.about(id).length === 2);
    const path = `/staff/users/${id}`;
    await world.admin.change(path, { active: false });
    await staff.until(() => staff.about(id).length === 3);
    expect(new Set(staff.about(id))).toEqual(new Set(['staff-user.changed']));
    const ticketId = await ticketOf(mainUser);
    await contact.until(() => contact.about(ticketId).length > 0);
    expect(contact.events.map(({ type }) => type)).toEqual(['ticket.created']);
  });

  it('tell staff alone of categories, canned replies and settings that contacts do not see', async () => {
    const staff = await listen(agent);
    const contact = await listen(mainUser);
    const { body: category } = await world.admin
      .post('/staff/ticket-categories')
      .send({ nameDe: 'Wartung', nameEn: 'Maintenance', shownToCustomers: false })
      .expect(201);
    const { body: reply } = await world.admin
      .post('/staff/canned-replies')
      .send({ name: 'Gruß', body: 'Guten Tag' })
      .expect(201);
    await world.admin.delete(`/staff/ticket-categories/${category.id}`).expect(204);
    await world.admin.delete(`/staff/canned-replies/${reply.id}`).expect(204);
    const { headers } = await world.admin.get('/staff/settings').expect(200);
    const patch = world.admin.patch('/staff/settings').set('if-match', String(headers.etag));
    await patch.send({ termsVersion: '2027-01' }).expect(200);
    await staff.until(() => staff.events.length === 5);
    expect(staff.events.map(({ type }) => type).sort()).toEqual([
      'canned-reply.changed',
      'canned-reply.changed',
      'settings.changed',
      'ticket-category.changed',
      'ticket-category.changed',
    ]);
    const ticketId = await ticketOf(mainUser);
    await contact.until(() => contact.about(ticketId).length > 0);
    expect(contact.events.map(({ type }) => type)).toEqual(['ticket.created']);
  });

  it('tell staff alone of an import, once for all rows, and not where nothing was taken over', async () => {
    const staff = await listen(agent);
    const contact = await listen(mainUser);
    const file = Buffer.from('Kundennummer;Name\r\nI-1;Import 1\r\nI-2;Import 2\r\n');
    const send = (dryRun: boolean): Promise<unknown> =>
      agent
        .post('/staff/customers/imports')
        .field('dryRun', String(dryRun))
        .attach('file', file, 'kunden.csv')
        .expect(200);
    for (const dryRun of [true, false, false]) await send(dryRun);
    const ticketId = await ticketOf(mainUser);
    // Which of them comes first is nobody's promise.
    await staff.until(() => staff.about(ticketId).length > 0 && staff.events.length >= 2);
    await contact.until(() => contact.about(ticketId).length > 0);
    expect(staff.events.map(({ type }) => type).sort()).toEqual(['import.applied', 'ticket.created']);
    expect(contact.events.map(({ type }) => type)).toEqual(['ticket.created']);
  });
});

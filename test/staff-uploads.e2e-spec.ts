import type { Api } from './support/api';
import { addContact, addCustomer } from './support/population';
import { addAgent, makeWorld, type World } from './support/world';

describe('Files that are uploaded before the ticket is written by staff', () => {
  const ticket = { subject: 'Drucker streikt', description: 'Er druckt nicht.' };
  let world: World;
  let user: Awaited<ReturnType<typeof addContact>>;
  let agent: Api;

  beforeAll(async () => {
    world = await makeWorld();
    user = await addContact(world, await addCustomer(world.admin, 'Erste GmbH'), 'USER');
    agent = await addAgent(world);
  });

  async function uploadOf(api: Api, name: string, path = '/staff/uploads'): Promise<string> {
    const call = api.post(path).attach('file', Buffer.from(`Inhalt von ${name}`), name);
    return String((await call.expect(201)).body.id);
  }

  it('are seen by whoever sees the comment that they come with', async () => {
    const { body } = await user.post('/portal/tickets').send(ticket).expect(201);
    const comments = `/staff/tickets/${body.id}/comments`;
    const [shown, hidden] = [await uploadOf(agent, 'anleitung.txt'), await uploadOf(agent, 'intern.txt')];
    const answer = await agent
      .post(comments)
      .send({ body: 'Anbei.', visibility: 'PUBLIC', uploadIds: [shown] })
      .expect(201);
    const note = await agent
      .post(comments)
      .send({ body: 'Für uns.', visibility: 'INTERNAL', uploadIds: [hidden] })
      .expect(201);
    expect((await agent.get(`/staff/tickets/${body.id}`).expect(200)).body.attachments).toMatchObject([
      { id: shown, commentId: answer.body.id, visibility: 'PUBLIC' },
      { id: hidden, commentId: note.body.id, visibility: 'INTERNAL' },
    ]);
    const { body: seen } = await user.get(`/portal/tickets/${body.id}`).expect(200);
    expect(seen.attachments).toMatchObject([{ id: shown, commentId: answer.body.id }]);
    const file = await user.get(`/portal/tickets/${body.id}/attachments/${shown}`).buffer(true).expect(200);
    expect(file.text).toBe('Inhalt von anleitung.txt');
    await user.get(`/portal/tickets/${body.id}/attachments/${hidden}`).expect(404);
  });

  it('come with a ticket that they record', async () => {
    const id = await uploadOf(agent, 'foto.txt');
    const { body } = await agent
      .post('/staff/tickets')
      .send({ ...ticket, contactId: user.contactId, uploadIds: [id] })
      .expect(201);
    expect(body.attachments).toMatchObject([{ id, visibility: 'PUBLIC', uploadedBy: { kind: 'STAFF' } }]);
    const { body: seen } = await user.get(`/portal/tickets/${body.id}`).expect(200);
    expect(seen.attachments).toMatchObject([{ id }]);
  });

  it('are used by nobody else', async () => {
    const { body } = await user.post('/portal/tickets').send(ticket).expect(201);
    for (const id of [
      await uploadOf(user, 'x.txt', '/portal/uploads'),
      await uploadOf(world.admin, 'x.txt'),
    ]) {
      const refused = await agent
        .post(`/staff/tickets/${body.id}/comments`)
        .send({ body: 'Fremd', visibility: 'PUBLIC', uploadIds: [id] })
        .expect(422);
      expect(refused.body).toMatchObject({ code: 'ticket.upload-unknown' });
    }
  });

  it('are as large as the page is told before', async () => {
    const { body } = await agent.get('/staff/uploads/limits').expect(200);
    expect(body).toEqual({ maxBytes: 25 * 1024 * 1024, maxPerTicket: 50, maxPerMessage: 20 });
    await user.get('/staff/uploads/limits').expect(403);
  });
});

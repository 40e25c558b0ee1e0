import type { Response } from 'supertest';
import { type Api } from './support/api';
import { registrationItem } from './support/inbox';
import { addCustomer } from './support/population';
import { holdRounds, workMailsTo } from './support/work-mails';
import { addAgent, makeWorld, type World } from './support/world';

type Agent = Api & { readonly id: string };

describe('A colleague who leaves', () => {
  let world: World;
  let customerId: string;
  let leaver: Agent;
  let successor: Agent & { readonly email: string };

  beforeEach(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    leaver = await addAgent(world, 'Lea Geht');
    const agent = await addAgent(world, 'Nils Folgt');
    successor = Object.assign(agent, { email: String((await agent.get('/auth/me').expect(200)).body.email) });
  });

  const ticketOf = async (assigneeId: string, subject = 'Server läuft heiß'): Promise<string> =>
    (
      await world.admin
        .post('/staff/tickets')
        .send({ customerId, subject, description: 'Bitte.', assigneeId })
        .expect(201)
    ).body.id;
  const read = async (path: string): Promise<Response['body']> =>
    (await world.admin.get(path).expect(200)).body;
  const handOver = (from: string, body: object = {}, staff: Api = world.admin) =>
    staff.post(`/staff/users/${from}/handovers`).send(body);
  const move = async (id: string, status: string): Promise<void> => {
    const { version } = await read(`/staff/tickets/${id}`);
    await world.admin
      .patch(`/staff/tickets/${id}`)
      .set('if-match', `"${version}"`)
      .send({ status })
      .expect(200);
  };

  it('hands over open tickets and what was taken from the Postkorb, and has no access any more', async () => {
    const [open, done] = [await ticketOf(leaver.id), await ticketOf(leaver.id)];
    await move(done, 'RESOLVED');
    const item = await registrationItem(world);
    await leaver.put(`/staff/inbox-items/${item.id}/assignee`).send({}).expect(200);
    const counted = { openTickets: 1, inboxItems: 1 };
    expect(await read(`/staff/users/${leaver.id}/work`)).toEqual(counted);
    const before = await read(`/staff/tickets/${open}`);

    const { body } = await handOver(leaver.id, { toId: successor.id, deactivate: true }).expect(201);
    expect(body).toEqual(counted);
    await leaver.get('/auth/me').expect(401);
    expect(await read(`/staff/users/${leaver.id}`)).toMatchObject({ state: 'DEACTIVATED' });
    const after = await read(`/staff/tickets/${open}`);
    expect(after).toMatchObject({ assignee: { id: successor.id }, version: Number(before.version) + 1 });
    expect(after.history.at(-1)).toMatchObject({
      event: 'ASSIGNED',
      actor: { name: (await read('/auth/me')).name },
      from: 'Lea Geht',
      to: 'Nils Folgt',
    });
    expect(await read(`/staff/tickets/${done}`)).toMatchObject({ assignee: { id: leaver.id } });
    expect(await read(`/staff/inbox-items/${item.id}`)).toMatchObject({
      state: 'IN_PROGRESS',
      assignee: { id: successor.id },
    });
    const { items } = await read(`/staff/audit-entries?objectId=${leaver.id}`);
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'staff-user.work-handed-over' }),
        expect.objectContaining({
          action: 'staff-user.changed',
          changes: { active: false },
          before: { active: true },
        }),
      ]),
    );
    expect(await read(`/staff/users/${leaver.id}/work`)).toEqual({ openTickets: 0, inboxItems: 0 });
  });

  it('tells whoever takes over in one mail, however many tickets there are', async () => {
    const { tenantId } = await read('/auth/me');
    for (let n = 0; n < 3; n++) await ticketOf(leaver.id);
    await holdRounds(tenantId);
    await handOver(leaver.id, { toId: successor.id }).expect(201);
    await holdRounds(tenantId);
    expect((await workMailsTo(successor.email)).map(({ subject }) => subject)).toEqual([
      'Neu: Bei Ihren Tickets (3)',
    ]);
  });

  it('leaves it unassigned where no colleague takes over', async () => {
    const ticket = await ticketOf(leaver.id);
    const item = await registrationItem(world);
    await leaver.put(`/staff/inbox-items/${item.id}/assignee`).send({}).expect(200);
    await handOver(leaver.id, { toId: null }).expect(201);
    expect(await read(`/staff/tickets/${ticket}`)).toMatchObject({ assignee: null });
    expect(await read(`/staff/inbox-items/${item.id}`)).toMatchObject({ state: 'NEW', assignee: null });
    await leaver.get('/auth/me').expect(200);
  });

  it('has no ticket that opens again afterwards: it waits for anybody', async () => {
    const ticket = await ticketOf(leaver.id);
    await move(ticket, 'RESOLVED');
    await handOver(leaver.id, { deactivate: true }).expect(201);
    await move(ticket, 'IN_PROGRESS');
    const { assignee, history } = await read(`/staff/tickets/${ticket}`);
    expect(assignee).toBeNull();
    expect(history.at(-1)).toMatchObject({ event: 'ASSIGNED', from: 'Lea Geht', to: null });
  });

  it('hands over to nobody who cannot work', async () => {
    const stranger = await addAgent(await makeWorld());
    const gone = await addAgent(world);
    await handOver(gone.id, { deactivate: true }).expect(201);
    const ticket = await ticketOf(leaver.id);
    for (const toId of [leaver.id, gone.id, stranger.id]) {
      const { body } = await handOver(leaver.id, { toId, deactivate: true }).expect(422);
      expect(body).toMatchObject({ code: 'handover.successor-unknown', errors: [{ pointer: '/toId' }] });
    }
    await leaver.get('/auth/me').expect(200);
    expect(await read(`/staff/tickets/${ticket}`)).toMatchObject({ assignee: { id: leaver.id } });
    await handOver(stranger.id).expect(404);
  });

  it('is a matter of administrators, of whom one stays', async () => {
    const { id } = await read('/auth/me');
    await leaver.get(`/staff/users/${successor.id}/work`).expect(403);
    await handOver(successor.id, {}, leaver).expect(403);
    const ticket = await ticketOf(id);
    const { body } = await handOver(id, { toId: successor.id, deactivate: true }).expect(409);
    expect(body.code).toBe('staff.last-admin');
    expect(await read(`/staff/tickets/${ticket}`)).toMatchObject({ assignee: { id } });
  });

  it('keeps nothing that is assigned concurrently', async () => {
    for (let round = 0; round < 4; round++) {
      const agent = await addAgent(world);
      const tickets = await Promise.all([1, 2, 3, 4].map(() => ticketOf(successor.id)));
      const gifts = tickets.map(async (id) =>
        world.admin.patch(`/staff/tickets/${id}`).set('if-match', '"1"').send({ assigneeId: agent.id }),
      );
      const [handed, ...given] = await Promise.all([
        handOver(agent.id, { toId: leaver.id, deactivate: true }),
        ...gifts,
      ]);
      expect(handed.status).toBe(201);
      expect(given.filter(({ status }) => status >= 500)).toEqual([]);
      expect(await read(`/staff/users/${agent.id}/work`)).toEqual({ openTickets: 0, inboxItems: 0 });
    }
  });

  it('does not deadlock where two who leave at once hand over to each other', async () => {
    await Promise.all([ticketOf(leaver.id), ticketOf(successor.id)]);
    const answers = await Promise.all([
      handOver(leaver.id, { toId: successor.id, deactivate: true }),
      handOver(successor.id, { toId: leaver.id, deactivate: true }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });
});

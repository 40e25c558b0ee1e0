import { commentOn, type MovingWorld, makeMovingWorld, read } from './support/moving';
import { addCustomer } from './support/population';
import { makeWorld } from './support/world';

describe('A ticket recorded for the wrong customer that cannot simply be moved', () => {
  let world: MovingWorld['world'];
  let agent: MovingWorld['agent'];
  let wrong: MovingWorld['wrong'];
  let right: MovingWorld['right'];
  let wrongUser: MovingWorld['wrongUser'];
  let rightChief: MovingWorld['rightChief'];
  let forUser: MovingWorld['forUser'];
  let move: MovingWorld['move'];

  beforeAll(async () => {
    ({ world, agent, wrong, right, wrongUser, rightChief, forUser, move } = await makeMovingWorld());
  });

  it('stays as soon as its people have a part in what was said', async () => {
    const own = await wrongUser
      .post('/portal/tickets')
      .send({ subject: 'Eigenes', description: 'Von uns.' })
      .expect(201);
    const [answered, written, withFile] = [await forUser(), await forUser(), await forUser()];
    const sent = await forUser();
    await agent
      .post(`/staff/tickets/${sent}/attachments`)
      .field('visibility', 'PUBLIC')
      .attach('file', Buffer.from('Plan'), 'plan.txt')
      .expect(201);
    await commentOn(agent, answered, 'Wir kümmern uns.', 'PUBLIC');
    await wrongUser.post(`/portal/tickets/${written}/comments`).send({ body: 'Geheim.' }).expect(201);
    await wrongUser
      .post(`/portal/tickets/${withFile}/attachments`)
      .attach('file', Buffer.from('E-42'), 'fehler.txt')
      .expect(201);
    for (const id of [own.body.id, answered, written, withFile, sent]) {
      const problem = await move(id, {}, 409);
      expect(problem).toMatchObject({ code: 'ticket.known-to-customer' });
      expect(problem.detail).toContain('neues Ticket');
      await rightChief.get(`/portal/tickets/${id}`).expect(404);
      await wrongUser.get(`/portal/tickets/${id}`).expect(200);
    }
  });

  it('stays where it is merged with another', async () => {
    const [first, second] = [await forUser(), await forUser()];
    const [{ version }, other] = [
      await read(agent, `/staff/tickets/${first}`),
      await read(agent, `/staff/tickets/${second}`),
    ];
    await agent
      .put(`/staff/tickets/${first}/merged/${second}`)
      .set('If-Match', `"${String(version)}"`)
      .send({ version: other.version })
      .expect(200);
    expect((await move(first, {}, 409)).code).toBe('ticket.has-merged');
    expect((await move(second, {}, 409)).code).toBe('ticket.merged');
  });

  it('goes to a customer of the own tenant that is none of the archive, and to one of its contacts', async () => {
    const id = await forUser();
    const stranger = await makeWorld();
    const foreign = await addCustomer(stranger.admin, 'Fremd GmbH');
    const unknown = { code: 'ticket.customer-unknown', errors: [{ pointer: '/customerId' }] };
    expect(await move(id, { customerId: foreign }, 422)).toMatchObject(unknown);
    expect(await move(id, { customerId: wrong }, 422)).toMatchObject({
      code: 'ticket.same-customer',
      errors: [{ pointer: '/customerId' }],
    });
    expect(await move(id, { contactId: wrongUser.contactId }, 422)).toMatchObject({
      code: 'ticket.contact-unknown',
      errors: [{ pointer: '/contactId' }],
    });
    const gone = await addCustomer(world.admin, 'Archiv GmbH');
    await world.admin.put(`/staff/customers/${gone}/archival`).set('if-match', '"1"').expect(200);
    expect((await move(id, { customerId: gone }, 409)).code).toBe('customer.archived');
    await stranger.admin
      .put(`/staff/tickets/${id}/customer`)
      .set('if-match', '"1"')
      .send({ customerId: foreign })
      .expect(404);
    await wrongUser.get(`/portal/tickets/${id}`).expect(200);
  });

  it('is moved by one of two concurrent requests, and never during a comment', async () => {
    for (let round = 0; round < 5; round++) {
      const id = await forUser();
      const ask = () =>
        agent.put(`/staff/tickets/${id}/customer`).set('if-match', '"1"').send({ customerId: right });
      const [first, second, comment] = await Promise.all([
        ask(),
        ask(),
        wrongUser.post(`/portal/tickets/${id}/comments`).send({ body: 'Geheim.' }),
      ]);
      const moved = [first.status, second.status].filter((status) => status === 200).length;
      expect(moved + (comment.status === 201 ? 1 : 0)).toBe(1);
      expect(comment.status).toBe(moved === 1 ? 404 : 201);
    }
  });
});

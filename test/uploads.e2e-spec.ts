import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { e2eEnvironment } from './support/environment';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import { addAgent, makeWorld, type World } from './support/world';

type Contact = Awaited<ReturnType<typeof addContact>>;

/** Does at once what the program does every hour. */
async function sweep(): Promise<void> {
  await asSuperuser(`SELECT graphile_worker.add_job($1, '{}'::json)`, ['DraftUploadsService.sweep']);
  await jobsDone();
}

describe('Files that are uploaded before the ticket is written', () => {
  const ticket = { subject: 'Drucker streikt', description: 'Er druckt nicht.' };
  let world: World;
  let user: Contact;
  let colleague: Contact;

  beforeAll(async () => {
    world = await makeWorld();
    const customerId = await addCustomer(world.admin, 'Erste GmbH');
    user = await addContact(world, customerId, 'USER');
    colleague = await addContact(world, customerId, 'MAIN_USER');
  });

  async function upload(api: Api, name = 'protokoll.txt', text = 'Protokoll'): Promise<string> {
    const call = api.post('/portal/uploads').attach('file', Buffer.from(text), name);
    return String((await call.expect(201)).body.id);
  }

  async function usedBy({ contactId }: Contact): Promise<number> {
    const [row] = await asSuperuser<{ bytes: string }>(
      'SELECT bytes FROM storage_usage WHERE owner_id = $1',
      [contactId],
    );
    return Number(row?.bytes ?? 0);
  }

  it('come with the ticket', async () => {
    const uploadIds = [await upload(user, 'a.txt', 'Erste'), await upload(user, 'b.txt', 'Zweite')];
    const { body } = await user
      .post('/portal/tickets')
      .send({ ...ticket, uploadIds })
      .expect(201);
    expect(body.attachments).toMatchObject([
      { id: uploadIds[0], fileName: 'a.txt', commentId: null, uploadedBy: { kind: 'CONTACT' } },
      { id: uploadIds[1], fileName: 'b.txt' },
    ]);
    const { body: read } = await user.get(`/portal/tickets/${body.id}`).expect(200);
    expect(read.attachments).toEqual(body.attachments);
    const file = await world.admin.get(`/staff/tickets/${body.id}/attachments/${uploadIds[1]}`).buffer(true);
    expect(file.text).toBe('Zweite');
  });

  it('come with a comment, and belong to it', async () => {
    const { body } = await user.post('/portal/tickets').send(ticket).expect(201);
    const id = await upload(user);
    const comments = `/portal/tickets/${body.id}/comments`;
    const { body: comment } = await user
      .post(comments)
      .send({ body: 'Hier.', uploadIds: [id] })
      .expect(201);
    const { body: read } = await user.get(`/portal/tickets/${body.id}`).expect(200);
    expect(read.attachments).toMatchObject([{ id, commentId: comment.id }]);
  });

  it('can be used once, by who uploaded them; otherwise nothing is sent at all', async () => {
    const used = await upload(user);
    await user
      .post('/portal/tickets')
      .send({ ...ticket, uploadIds: [used] })
      .expect(201);
    const { body: target } = await user.post('/portal/tickets').send(ticket).expect(201);
    const [good, foreign] = [await upload(user), await upload(colleague)];
    for (const bad of [used, foreign, randomUUID()]) {
      const uploadIds = [good, bad];
      for (const call of [
        user.post('/portal/tickets').send({ ...ticket, subject: 'Halb', uploadIds }),
        user.post(`/portal/tickets/${target.id}/comments`).send({ body: 'Halb', uploadIds }),
      ]) {
        expect((await call.expect(422)).body).toMatchObject({
          code: 'ticket.upload-unknown',
          errors: [{ pointer: '/uploadIds' }],
        });
      }
    }
    const { body: list } = await user.get('/portal/tickets').expect(200);
    expect(list.items.map(({ subject }: { subject: string }) => subject)).not.toContain('Halb');
    const { body: comments } = await user.get(`/portal/tickets/${target.id}/comments`).expect(200);
    expect(comments.items).toEqual([]);
    await user
      .post('/portal/tickets')
      .send({ ...ticket, uploadIds: [good] })
      .expect(201);
    for (const wrong of [['x'], 'x', Array<string>(21).fill(good)]) {
      await user
        .post('/portal/tickets')
        .send({ ...ticket, uploadIds: wrong })
        .expect(422);
    }
  });

  it('are listed for their uploader only, until they are used', async () => {
    const owner = await addContact(world, await addCustomer(world.admin, 'Wartend GmbH'), 'USER');
    const agent = await addAgent(world);
    const uploadIds = [await upload(owner, 'a.txt', 'Erste'), await upload(owner, 'b.txt', 'Zweite')];
    const { body } = await owner.get('/portal/uploads').expect(200);
    expect(body.items).toMatchObject([
      { id: uploadIds[0], fileName: 'a.txt', size: 5 },
      { id: uploadIds[1], fileName: 'b.txt', size: 6 },
    ]);
    const own = await agent.post('/staff/uploads').attach('file', Buffer.from('Drei'), 'c.txt').expect(201);
    expect((await agent.get('/staff/uploads').expect(200)).body).toEqual({ items: [own.body] });
    await agent.get('/portal/uploads').expect(403);
    await owner
      .post('/portal/tickets')
      .send({ ...ticket, uploadIds: uploadIds.slice(0, 1) })
      .expect(201);
    const { body: left } = await owner.get('/portal/uploads').expect(200);
    expect(left).toEqual({ items: [expect.objectContaining({ id: uploadIds[1] })] });
  });

  it('are shown to nobody before, and cannot be empty', async () => {
    const id = await upload(user);
    const { body } = await user.post('/portal/tickets').send(ticket).expect(201);
    await user.get(`/portal/tickets/${body.id}/attachments/${id}`).expect(404);
    const empty = await user.post('/portal/uploads').attach('file', Buffer.alloc(0), 'leer.txt');
    expect(empty).toMatchObject({ status: 422, body: { code: 'ticket.attachment-empty' } });
  });

  it('wait in a limited number', async () => {
    const busy = await addContact(world, await addCustomer(world.admin, 'Viele GmbH'), 'USER');
    const uploadIds = [];
    for (let i = 0; i < 50; i++) uploadIds.push(await upload(busy));
    const before = await usedBy(busy);
    const refused = await busy.post('/portal/uploads').attach('file', Buffer.from('x'), 'zuviel.txt');
    expect(refused).toMatchObject({ status: 409, body: { code: 'ticket.too-many-uploads' } });
    expect(await usedBy(busy)).toBe(before);
    await busy
      .post('/portal/tickets')
      .send({ ...ticket, uploadIds: uploadIds.slice(0, 20) })
      .expect(201);
    await upload(busy);
  });

  it('are swept while others store something, and neither waits for the other for ever', async () => {
    const customerId = await addCustomer(world.admin, 'Gleichzeitig GmbH');
    const owners = [await addContact(world, customerId, 'USER'), await addContact(world, customerId, 'USER')];
    const ids = await Promise.all(owners.map((owner) => upload(owner)));
    await asSuperuser(
      `UPDATE ticket_attachments SET created_at = now() - interval '2 days' WHERE id = ANY($1)`,
      [ids],
    );
    const last = owners.map(({ contactId }) => contactId).sort()[1];
    // As an upload does: the contact's row first, and the tenant's when all bytes are there.
    const storing = new Client({ connectionString: e2eEnvironment().databaseUrl });
    await storing.connect();
    const lock = 'SELECT FROM storage_usage WHERE owner_id = $1 FOR UPDATE';
    try {
      await storing.query('BEGIN');
      await storing.query(lock, [last]);
      const swept = sweep();
      const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%ticket_attachments%'`;
      while ((await asSuperuser(waiting)).length === 0) await sleep(50);
      const [row] = await asSuperuser<{ tenant_id: string }>(
        'SELECT tenant_id FROM storage_usage WHERE owner_id = $1',
        [last],
      );
      await storing.query(lock, [row?.tenant_id]);
      await storing.query('COMMIT');
      await swept;
    } finally {
      await storing.end();
    }
    expect(await Promise.all(owners.map(usedBy))).toEqual([0, 0]);
  });

  it('count as stored, until unused ones are deleted', async () => {
    const before = await usedBy(colleague);
    const [id, kept] = [
      await upload(colleague, 'alt.txt', 'zehn Bytes'),
      await upload(colleague, 'n.txt', 'x'),
    ];
    expect(await usedBy(colleague)).toBe(before + 11);
    await asSuperuser(
      `UPDATE ticket_attachments SET created_at = now() - interval '24 hours 1 second' WHERE id = $1`,
      [id],
    );
    await sweep();
    expect(await usedBy(colleague)).toBe(before + 1);
    await colleague
      .post('/portal/tickets')
      .send({ ...ticket, uploadIds: [id] })
      .expect(422);
    await colleague
      .post('/portal/tickets')
      .send({ ...ticket, uploadIds: [kept] })
      .expect(201);
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { Api } from './support/api';
import { e2eEnvironment } from './support/environment';
import { wire, type WireAnswer } from './support/wire';
import { addAgent, makeWorld, type World } from './support/world';

describe('An Idempotency-Key', () => {
  let world: World;

  beforeAll(async () => {
    world = await makeWorld();
  });

  const create = (key: string, body: object, by: Api = world.admin): ReturnType<Api['post']> =>
    by.post('/staff/customers').set('idempotency-key', key).send(body);

  async function named(name: string): Promise<number> {
    const { body } = await world.admin.get(`/staff/customers?search=${name}`).expect(200);
    return (body.items as unknown[]).length;
  }

  it('brings the first answer again: status, headers and every byte', async () => {
    const first = await create('wieder', { name: 'Wiederholung' }).expect(201);
    const again = await create('wieder', { name: 'Wiederholung' }).expect(201);
    expect(again.text).toBe(first.text);
    expect([first.headers.etag, again.headers.etag]).toEqual(['"1"', '"1"']);
    expect(again.headers['content-type']).toBe(first.headers['content-type']);
    expect(await named('Wiederholung')).toBe(1);
  });

  it('is refused for another body, and for another path', async () => {
    const { body: customer } = await create('anders', { name: 'Andersrum' }).expect(201);
    const { body } = await create('anders', { name: 'Andersherum' }).expect(422);
    expect(body).toMatchObject({
      code: 'idempotency-key.reused',
      errors: [{ pointer: 'Idempotency-Key' }],
    });
    await world.admin
      .post(`/staff/customers/${customer.id}/contacts`)
      .set('idempotency-key', 'anders')
      .send({ lastName: 'Anders' })
      .expect(422);
  });

  it('is the same request however its path is spelled', async () => {
    const { body: customer } = await create('pfad-kunde', { name: 'Pfadkunde' }).expect(201);
    const path = `/api/v1/staff/customers/${customer.id}/contacts`;
    const send = (spelling: string): Promise<WireAnswer> =>
      wire(spelling, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${world.admin.accessToken}`,
          'content-type': 'application/json',
          'idempotency-key': 'pfad',
        },
        body: JSON.stringify({ lastName: 'Pfad' }),
      });
    const first = await send(path);
    expect(first.status).toBe(201);
    for (const spelling of [
      path.replace('/api', '/%61pi'),
      `${path}/`,
      `http://portal.example${path}`,
      path.replace(customer.id, customer.id.toUpperCase()),
    ]) {
      expect([spelling, (await send(spelling)).text]).toEqual([spelling, first.text]);
    }
  });

  it('belongs to whoever sent it', async () => {
    const agent = await addAgent(world);
    const one = await create('meiner', { name: 'Meiner' }).expect(201);
    const other = await create('meiner', { name: 'Deiner' }, agent).expect(201);
    expect(other.body.id).not.toBe(one.body.id);
  });

  it('stays free when the first try failed', async () => {
    await create('doch-noch', { name: '' }).expect(422);
    await create('doch-noch', { name: 'Doch noch' }).expect(201);
  });

  it.each(['', 'mit leerzeichen', 'ä', 'x'.repeat(256)])('is refused where it is none: %j', async (key) => {
    const { status, body } = await create(key, { name: 'Schlüssellos' });
    expect([status, body.code]).toEqual([422, 'idempotency-key.invalid']);
  });

  it('is in use while the first request runs, and not for longer', async () => {
    await create('vorher', { name: 'Vorher' }).expect(201);
    const { body: me } = await world.admin.get('/auth/me').expect(200);
    const lock = new Client({ connectionString: e2eEnvironment().databaseUrl });
    await lock.connect();
    await lock.query('BEGIN');
    await lock.query('SELECT FROM number_sequences WHERE tenant_id = $1 FOR UPDATE', [me.tenantId]);
    const first = create('zugleich', { name: 'Zugleich' }).then((answer) => answer);
    await sleep(300);
    const { body } = await create('zugleich', { name: 'Zugleich' }).expect(409);
    expect(body.code).toBe('idempotency-key.in-use');
    await lock.query('COMMIT');
    await lock.end();
    expect((await first).status).toBe(201);
    const again = await create('zugleich', { name: 'Zugleich' }).expect(201);
    expect(again.body).toEqual((await first).body);
  });
});

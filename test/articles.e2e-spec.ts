import { randomBytes } from 'node:crypto';
import type { Api } from './support/api';
import { addArticle } from './support/seed-catalog';
import { addAgent, makeWorld } from './support/world';

describe('Articles', () => {
  let agent: Api;

  beforeAll(async () => {
    agent = await addAgent(await makeWorld());
  });

  const patch = (id: string, version: number, changes: object): ReturnType<Api['patch']> =>
    agent.patch(`/staff/articles/${id}`).set('if-match', `"${version}"`).send(changes);

  it('are kept with everything that is known of them', async () => {
    const values = {
      number: 'BR-TN2420',
      name: 'Toner schwarz TN-2420',
      description: 'Für rund 3.000 Seiten.\nNach ISO/IEC 19752.',
      manufacturer: 'Brother',
      manufacturerNumber: 'TN-2420',
      unit: 'Packung',
      netPriceCents: 6490,
      vatRatePercent: 8.1,
      category: 'Toner',
      onlineShop: true,
      active: true,
    };
    const { body, headers } = await agent
      .post('/staff/articles')
      .send({ ...values, ean: '4 977766 779425' })
      .expect(201);
    expect(headers.etag).toBe('"1"');
    expect(body).toMatchObject({ ...values, ean: '4977766779425', currency: 'EUR', hasImage: false });
    expect((await agent.get(`/staff/articles/${body.id}`).expect(200)).body).toEqual(body);
  });

  it('need a number and a name only; without a price the field is absent', async () => {
    const { body } = await agent.post('/staff/articles').send({ number: 'KARG', name: 'Etwas' }).expect(201);
    expect(body).toMatchObject({ unit: 'Stück', vatRatePercent: 19, onlineShop: false, active: true });
    expect(body).not.toHaveProperty('netPriceCents');
    const { body: priced } = await patch(body.id, 1, { netPriceCents: 0 }).expect(200);
    expect(priced.netPriceCents).toBe(0);
    const { body: again } = await patch(body.id, 2, { netPriceCents: null }).expect(200);
    expect(again).not.toHaveProperty('netPriceCents');
  });

  it('have a number of their own, also when two come at once', async () => {
    const twins = await Promise.all([
      agent.post('/staff/articles').send({ number: 'ZWILLING', name: 'Eins' }),
      agent.post('/staff/articles').send({ number: 'ZWILLING', name: 'Zwei' }),
    ]);
    expect(twins.map(({ status }) => status).sort()).toEqual([201, 409]);
    const id = await addArticle(agent, { number: 'ANDERER', name: 'Anderer' });
    const { body } = await patch(id, 1, { number: 'ZWILLING' }).expect(409);
    expect(body).toMatchObject({ code: 'article.number-taken', errors: [{ pointer: '/number' }] });
  });

  it.each([
    [{ ean: '4977766779426' }, '/ean', 'article.ean-invalid'],
    [{ ean: '12345' }, '/ean', 'article.ean-invalid'],
    [{ netPriceCents: -1 }, '/netPriceCents', 'too-small'],
    [{ netPriceCents: 100_000_001 }, '/netPriceCents', 'too-large'],
    [{ netPriceCents: 1.5 }, '/netPriceCents', 'integer'],
    [{ netPriceCents: '12' }, '/netPriceCents', 'integer'],
    [{ vatRatePercent: 8.15 }, '/vatRatePercent', 'number'],
    [{ vatRatePercent: 100.1 }, '/vatRatePercent', 'too-large'],
    [{ vatRatePercent: '19' }, '/vatRatePercent', 'number'],
    [{ vatRatePercent: null }, '/vatRatePercent', 'number'],
    [{ unit: '' }, '/unit', 'length'],
    [{ onlineShop: 'ja' }, '/onlineShop', 'type'],
    [{ netPrice: 12 }, '/netPrice', 'unknown-field'],
  ])('refuse %j', async (values, pointer, code) => {
    const { body } = await agent
      .post('/staff/articles')
      .send({ number: `X-${randomBytes(4).toString('hex')}`, name: 'Falsch', ...values })
      .expect(422);
    expect(body.errors).toMatchObject([{ pointer, code }]);
  });

  it('keep concurrent changes by others, and record in the audit log what was changed', async () => {
    const { admin } = await makeWorld();
    const id = await addArticle(admin, { number: 'A-1', name: 'Maus', netPriceCents: 1000 });
    const change = (netPriceCents: number): ReturnType<Api['patch']> =>
      admin.patch(`/staff/articles/${id}`).set('if-match', '"1"').send({ netPriceCents });
    expect((await change(1100).expect(200)).headers.etag).toBe('"2"');
    await change(1200).expect(412);
    await admin.patch(`/staff/articles/${id}`).send({ netPriceCents: 1200 }).expect(428);
    const { body } = await admin.get(`/staff/audit-entries?objectId=${id}`).expect(200);
    expect(body.items).toMatchObject([
      { action: 'article.changed', changes: { netPriceCents: 1100 }, before: { netPriceCents: 1000 } },
      { action: 'article.created', changes: { number: 'A-1', netPriceCents: 1000 }, before: null },
    ]);
  });

  it('are created once for each key', async () => {
    const send = (): ReturnType<Api['post']> =>
      agent
        .post('/staff/articles')
        .set('idempotency-key', 'artikel-1')
        .send({ number: 'EINMAL', name: 'Nur einmal' });
    const { body } = await send().expect(201);
    expect((await send().expect(201)).body).toEqual(body);
  });
});

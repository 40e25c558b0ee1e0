import type { Api } from './support/api';
import { makeWorld } from './support/world';

describe('Kunden', () => {
  let admin: Api;

  beforeAll(async () => {
    ({ admin } = await makeWorld());
    const customers = [
      { name: 'Müller & Söhne GmbH', city: 'Köln', postalCode: '50667' },
      { name: 'Straßenbau Meyer KG', city: 'Düsseldorf', postalCode: '40210' },
      { name: 'Praxis Dr. Özdemir', city: 'Bonn', postalCode: '53111' },
      { name: 'Bäckerei Schmidt', city: 'Köln', postalCode: '50668', number: 'BS-77' },
    ];
    for (const customer of customers) await admin.post('/staff/customers').send(customer).expect(201);
  });

  async function find(search: string): Promise<string[]> {
    const { body } = await admin.get(`/staff/customers?search=${encodeURIComponent(search)}`).expect(200);
    return (body.items as { name: string }[]).map(({ name }) => name);
  }

  it.each([
    ['Müller', 'Müller & Söhne GmbH'],
    ['mueller', 'Müller & Söhne GmbH'],
    ['Muller', 'Müller & Söhne GmbH'],
    ['Mülller Söhne', 'Müller & Söhne GmbH'],
    ['strassenbau', 'Straßenbau Meyer KG'],
    ['Meier', 'Straßenbau Meyer KG'],
    ['özdemir', 'Praxis Dr. Özdemir'],
    ['Oezdemir', 'Praxis Dr. Özdemir'],
    ['Bonn', 'Praxis Dr. Özdemir'],
    ['40210', 'Straßenbau Meyer KG'],
    ['BS-77', 'Bäckerei Schmidt'],
    ['bs-77', 'Bäckerei Schmidt'],
  ])('are found by %s', async (search, name) => {
    expect((await find(search))[0]).toBe(name);
  });

  it.each(['%', '_', '\\', "'", '"', '(', '&|!', 'a:*', '😀', 'x'.repeat(100)])(
    'bear any search: %s',
    async (search) => {
      await find(search);
    },
  );

  it('are numbered, and a number is taken once', async () => {
    const { body } = await admin.post('/staff/customers').send({ name: 'Neu GmbH' }).expect(201);
    expect(body.number).toMatch(/^K-\d{5}$/);
    const { body: taken } = await admin
      .post('/staff/customers')
      .send({ name: 'Neu', number: 'BS-77' })
      .expect(409);
    expect(taken.errors[0].pointer).toBe('/number');
  });

  it('come in pages that are stable while others are added', async () => {
    const { admin: other } = await makeWorld();
    for (let i = 0; i < 7; i++)
      await other
        .post('/staff/customers')
        .send({ name: `Kunde ${i}` })
        .expect(201);
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await other.get(`/staff/customers?limit=2&count=true${cursor}`).expect(200);
      seen.push(...(body.items as { name: string }[]).map(({ name }) => name));
      if (seen.length === 4) await other.post('/staff/customers').send({ name: 'Kunde 0b' }).expect(201);
      cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
    } while (cursor);
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => `Kunde ${i}`));
  });

  it('keep concurrent changes by others', async () => {
    const { body } = await admin.post('/staff/customers').send({ name: 'Zwei GmbH' }).expect(201);
    const patch = (city: string) =>
      admin.patch(`/staff/customers/${body.id}`).set('if-match', '"1"').send({ city });
    await patch('Aachen').expect(200);
    await patch('Berlin').expect(412);
    expect((await admin.get(`/staff/customers/${body.id}`).expect(200)).body.city).toBe('Aachen');
  });
});

import { randomBytes } from 'node:crypto';
import type { Response } from 'supertest';
import type { Api } from './support/api';
import { addArticle, PNG } from './support/seed-catalog';
import { addAgent, makeWorld } from './support/world';

const MIB = 1024 * 1024;
const WEBP = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
const JPEG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(20),
]);

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

  describe('in the list', () => {
    let staff: Api;

    beforeAll(async () => {
      staff = (await makeWorld()).admin;
      const articles = [
        {
          number: 'LOG-M185',
          name: 'Kabellose Maus M185',
          manufacturer: 'Logitech',
          manufacturerNumber: '910-002238',
          ean: '5099206027305',
          category: 'Mäuse',
          netPriceCents: 1299,
          onlineShop: true,
        },
        {
          number: 'BR-TN2420',
          name: 'Toner schwarz TN-2420',
          manufacturer: 'Brother',
          manufacturerNumber: 'TN-2420',
          category: 'Toner',
          netPriceCents: 6490,
        },
        {
          number: 'HP-CF259X',
          name: 'Toner schwarz 59X',
          manufacturer: 'HP',
          manufacturerNumber: 'CF259X',
          category: 'Toner',
          onlineShop: true,
        },
        {
          number: 'GN-7',
          name: 'Überspannungsschutz Größe L',
          category: 'Strom',
          netPriceCents: 990,
          active: false,
        },
      ];
      for (const article of articles) await addArticle(staff, article);
    });

    const numbers = async (query: string): Promise<string[]> => {
      const { body } = await staff.get(`/staff/articles?${query}`).expect(200);
      return (body.items as { number: string }[]).map(({ number }) => number);
    };

    it.each([
      ['BR-TN2420', 'BR-TN2420'],
      ['br tn 2420', 'BR-TN2420'],
      ['TN2420', 'BR-TN2420'],
      ['tn-24', 'BR-TN2420'],
      ['Brother Tonner', 'BR-TN2420'],
      ['schwarzer Toner Brother', 'BR-TN2420'],
      ['5099206027305', 'LOG-M185'],
      ['910002238', 'LOG-M185'],
      ['logitec maus', 'LOG-M185'],
      ['M 185', 'LOG-M185'],
      ['59x', 'HP-CF259X'],
      ['ueberspannung', 'GN-7'],
      ['Uberspanungsschutz', 'GN-7'],
      ['groesse l', 'GN-7'],
    ])('are found by %s', async (search, number) => {
      expect((await numbers(`search=${encodeURIComponent(search)}`))[0]).toBe(number);
    });

    it.each(['%', '_', '\\', "'", '"', '(', '&|!', 'a:*', '😀', 'x'.repeat(100)])(
      'bear any search: %s',
      async (search) => {
        await numbers(`search=${encodeURIComponent(search)}`);
      },
    );

    it('are no longer found by what they were called', async () => {
      const id = await addArticle(staff, { number: 'ALT-1', name: 'Rollkoffer' });
      expect(await numbers('search=Rollkoffer')).toEqual(['ALT-1']);
      await staff.patch(`/staff/articles/${id}`).set('if-match', '"1"').send({ name: 'Trolley' }).expect(200);
      expect(await numbers('search=Rollkoffer')).toEqual([]);
      expect(await numbers('search=Trolley&active=true')).toEqual(['ALT-1']);
      await staff.patch(`/staff/articles/${id}`).set('if-match', '"2"').send({ active: false }).expect(200);
      expect(await numbers('search=Trolley&active=true')).toEqual([]);
    });

    it('are filtered', async () => {
      expect(await numbers('category=Toner')).toEqual(['HP-CF259X', 'BR-TN2420']);
      expect(await numbers('onlineShop=true')).toEqual(['LOG-M185', 'HP-CF259X']);
      expect(await numbers('onlineShop=true&category=Toner')).toEqual(['HP-CF259X']);
      expect(await numbers('active=false&search=schutz')).toEqual(['GN-7']);
      expect(await numbers('category=Nichts')).toEqual([]);
    });

    it('are sorted, those without a price last, page by page', async () => {
      const walk = async (sort: string): Promise<string[]> => {
        const seen: string[] = [];
        let cursor = '';
        do {
          const { body } = await staff.get(`/staff/articles?limit=1&sort=${sort}${cursor}`).expect(200);
          seen.push(...(body.items as { number: string }[]).map(({ number }) => number));
          cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
        } while (cursor);
        return seen.filter((number) => number !== 'ALT-1');
      };
      expect(await walk('netPriceCents')).toEqual(['GN-7', 'LOG-M185', 'BR-TN2420', 'HP-CF259X']);
      expect(await walk('-netPriceCents')).toEqual(['BR-TN2420', 'LOG-M185', 'GN-7', 'HP-CF259X']);
      expect(await walk('number')).toEqual(['BR-TN2420', 'GN-7', 'HP-CF259X', 'LOG-M185']);
      expect(await walk('name')).toEqual(['LOG-M185', 'HP-CF259X', 'BR-TN2420', 'GN-7']);
      expect((await walk('-updatedAt'))[0]).toBe('GN-7');
    });

    it('are counted by category', async () => {
      const { body } = await staff.get('/staff/article-categories').expect(200);
      expect(body.items).toEqual([
        { name: 'Mäuse', count: 1 },
        { name: 'Strom', count: 1 },
        { name: 'Toner', count: 2 },
      ]);
    });
  });

  describe('have a picture', () => {
    let id: string;

    beforeEach(async () => {
      id = await addArticle(agent, { number: `BILD/${randomBytes(4).toString('hex')}`, name: 'Mit Bild' });
    });

    const put = (content: Buffer, name = 'bild.png'): ReturnType<Api['put']> =>
      agent.put(`/staff/articles/${id}/image`).attach('file', content, name);

    const download = (): Promise<Response> =>
      agent
        .get(`/staff/articles/${id}/image`)
        .buffer(true)
        .parse(bytesOf as never);

    it.each([
      ['image/png', 'png', PNG],
      ['image/webp', 'webp', WEBP],
      ['image/jpeg', 'jpg', JPEG],
    ])('of type %s, by its content, never shown as a page', async (type, ending, content) => {
      const { body } = await put(content, 'egal.txt').expect(200);
      expect(body).toMatchObject({ contentType: type, size: content.length });
      const answer = await download();
      expect(answer.status).toBe(200);
      expect(content.equals(answer.body as Buffer)).toBe(true);
      expect(answer.headers).toMatchObject({
        'content-type': type,
        'x-content-type-options': 'nosniff',
        'content-disposition': expect.stringMatching(
          new RegExp(`^attachment; filename="BILD_[0-9a-f]+\\.${ending}"`),
        ),
      });
      expect((await agent.get(`/staff/articles/${id}`)).body.hasImage).toBe(true);
    });

    it.each([
      ['a text', Buffer.from('kein Bild')],
      [
        'a drawing that could hold a script',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      ],
      ['a document', Buffer.from('%PDF-1.7\n')],
      ['an animation', Buffer.from('474946383961010001000000002c000000000100010000020144003b', 'hex')],
      ['nothing', Buffer.alloc(0)],
    ])('but not %s, whatever it is called', async (_, content) => {
      const { body } = await put(content, 'bild.png').expect(415);
      expect(body.code).toBe('article.image-type');
      expect((await download()).status).toBe(404);
    });

    it('of 2 MiB at most', async () => {
      await put(Buffer.concat([PNG, Buffer.alloc(2 * MIB - PNG.length)])).expect(200);
      const { body } = await put(Buffer.concat([PNG, Buffer.alloc(2 * MIB - PNG.length + 1)])).expect(413);
      expect(body.code).toBe('article.image-too-large');
      expect((await download()).headers['content-length']).toBe(String(2 * MIB));
    });

    it('which can be replaced and removed', async () => {
      await put(PNG).expect(200);
      await put(WEBP).expect(200);
      expect((await download()).headers['content-type']).toBe('image/webp');
      await agent.delete(`/staff/articles/${id}/image`).expect(204);
      await agent.delete(`/staff/articles/${id}/image`).expect(404);
      expect((await download()).status).toBe(404);
      expect((await agent.get(`/staff/articles/${id}`)).body.hasImage).toBe(false);
    });

    it('which is part of the article: its version changes with it', async () => {
      const state = async (): Promise<[unknown, unknown]> => {
        const { body, headers } = await agent.get(`/staff/articles/${id}`).expect(200);
        return [headers.etag, body.version];
      };
      const { body: before } = await agent.get(`/staff/articles/${id}`).expect(200);
      await put(PNG).expect(200);
      expect(await state()).toEqual(['"2"', 2]);
      await put(WEBP).expect(200);
      expect(await state()).toEqual(['"3"', 3]);
      await put(Buffer.from('kein Bild')).expect(415);
      expect(await state()).toEqual(['"3"', 3]);
      await agent.delete(`/staff/articles/${id}/image`).expect(204);
      await agent.delete(`/staff/articles/${id}/image`).expect(404);
      expect(await state()).toEqual(['"4"', 4]);
      const { body: after } = await agent.get(`/staff/articles/${id}`).expect(200);
      expect(after).toEqual({ ...before, version: 4, updatedAt: expect.any(String) });
      expect(after.updatedAt > before.updatedAt).toBe(true);
      const rename = agent.patch(`/staff/articles/${id}`).set('if-match', '"1"');
      await rename.send({ name: 'Von gestern' }).expect(412);
    });
  });
});

function bytesOf(response: NodeJS.ReadableStream, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
}

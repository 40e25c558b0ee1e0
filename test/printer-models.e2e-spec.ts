import type { Api } from './support/api';
import { addArticle, addPrinterModel } from './support/seed-catalog';
import { makeWorld } from './support/world';

const UNKNOWN_ID = '01900000-0000-7000-8000-000000000000';

describe('Printer models', () => {
  let admin: Api;
  let model: string;
  let toner: string;
  let drum: string;

  beforeAll(async () => {
    ({ admin } = await makeWorld());
    model = await addPrinterModel(admin, 'HL-L2350DW');
    await addPrinterModel(admin, 'LaserJet Pro M404dn', 'HP');
    await addPrinterModel(admin, 'ECOSYS P3145dn', 'Kyocera');
    toner = await addArticle(admin, { number: 'BR-TN2420', name: 'Toner TN-2420', netPriceCents: 6490 });
    drum = await addArticle(admin, { number: 'BR-DR2400', name: 'Trommel DR-2400' });
  });

  const accessory = (articleId: string, modelId = model): string =>
    `/staff/printer-models/${modelId}/accessories/${articleId}`;

  it('exist once, whatever the case', async () => {
    const { body } = await admin
      .post('/staff/printer-models')
      .send({ manufacturer: 'BROTHER', name: 'hl-l2350dw' })
      .expect(409);
    expect(body).toMatchObject({ code: 'printer-model.taken', errors: [{ pointer: '/name' }] });
    const other = await addPrinterModel(admin, 'MFC-1');
    await admin
      .patch(`/staff/printer-models/${other}`)
      .set('if-match', '"1"')
      .send({ name: 'HL-L2350DW' })
      .expect(409);
    await admin
      .patch(`/staff/printer-models/${other}`)
      .set('if-match', '"1"')
      .send({ name: 'MFC-2' })
      .expect(200);
    await admin
      .patch(`/staff/printer-models/${other}`)
      .set('if-match', '"1"')
      .send({ name: 'MFC-3' })
      .expect(412);
  });

  it.each([
    ['HL-L2350DW', 'HL-L2350DW'],
    ['hll2350dw', 'HL-L2350DW'],
    ['bruther hl', 'HL-L2350DW'],
    ['laser jet', 'LaserJet Pro M404dn'],
    ['kyosera', 'ECOSYS P3145dn'],
    ['p3145', 'ECOSYS P3145dn'],
  ])('are found by %s', async (search, name) => {
    const { body } = await admin
      .get(`/staff/printer-models?search=${encodeURIComponent(search)}`)
      .expect(200);
    expect(body.items[0].name).toBe(name);
  });

  it('have accessories, which are added, changed and removed', async () => {
    const put = (values: object): ReturnType<Api['put']> => admin.put(accessory(toner)).send(values);
    const { body } = await put({ kind: 'Toner schwarz', yieldPages: 3000 }).expect(200);
    expect(body).toMatchObject({ id: toner, number: 'BR-TN2420', netPriceCents: 6490, yieldPages: 3000 });
    await put({ kind: 'Toner', yieldPages: 3000 }).expect(200);
    await put({ kind: 'Toner', yieldPages: 3000 }).expect(200);
    await admin.put(accessory(drum)).send({ kind: 'Trommel' }).expect(200);

    const { body: list } = await admin.get(`/staff/printer-models/${model}/accessories`).expect(200);
    expect(list.items).toMatchObject([
      { id: toner, kind: 'Toner', yieldPages: 3000 },
      { id: drum, kind: 'Trommel', yieldPages: null },
    ]);
    expect((await admin.get(`/staff/printer-models/${model}`)).body.accessoryCount).toBe(2);
    const { body: fits } = await admin.get(`/staff/articles/${toner}/printer-models`).expect(200);
    expect(fits.items).toEqual([
      { id: model, manufacturer: 'Brother', name: 'HL-L2350DW', kind: 'Toner', yieldPages: 3000 },
    ]);

    await admin.delete(accessory(toner)).expect(204);
    await admin.delete(accessory(toner)).expect(404);
    await admin.get(`/staff/articles/${toner}`).expect(200);
    const { body: models } = await admin.get('/staff/printer-models?search=HL-L2350DW').expect(200);
    expect(models.items[0].accessoryCount).toBe(1);

    const { body: audit } = await admin.get(`/staff/audit-entries?objectId=${model}`).expect(200);
    expect((audit.items as { action: string }[]).map(({ action }) => action)).toEqual([
      'accessory.removed',
      'accessory.added',
      'accessory.changed',
      'accessory.added',
      'printer-model.created',
    ]);
  });

  it.each([
    [{}, '/kind'],
    [{ kind: '' }, '/kind'],
    [{ kind: 'Toner', yieldPages: 0 }, '/yieldPages'],
    [{ kind: 'Toner', yieldPages: 1.5 }, '/yieldPages'],
  ])('refuse the accessory %j', async (values, pointer) => {
    const { body } = await admin.put(accessory(toner)).send(values).expect(422);
    expect(body.errors[0].pointer).toBe(pointer);
  });

  describe('with all their accessories at once', () => {
    const path = (): string => `/staff/printer-models/${model}/accessories`;
    const read = async () => (await admin.get(path()).expect(200)).body;
    const put = (version: number, accessories: object[]) =>
      admin.put(path()).set('if-match', `"${version}"`).send({ accessories });

    it('have just these afterwards, however often they are sent, and each change is in the audit log', async () => {
      const first = await put((await read()).version, [
        { articleId: toner, kind: 'Toner', yieldPages: 3000 },
        { articleId: drum, kind: 'Trommel' },
      ]).expect(200);
      expect(first.headers.etag).toBe(`"${String(first.body.version)}"`);
      expect(first.body.items).toMatchObject([
        { id: toner, kind: 'Toner', yieldPages: 3000 },
        { id: drum, kind: 'Trommel', yieldPages: null },
      ]);
      const second = [{ articleId: toner, kind: 'Toner schwarz', yieldPages: 3000 }];
      const changed = (await put(first.body.version, second).expect(200)).body;
      expect((await put(changed.version, second).expect(200)).body).toEqual(changed);
      expect(changed.items).toMatchObject([{ id: toner, kind: 'Toner schwarz' }]);
      const { body } = await admin.get(`/staff/audit-entries?objectId=${model}&limit=2`).expect(200);
      expect(body.items.map(({ action }: { action: string }) => action).sort()).toEqual([
        'accessory.changed',
        'accessory.removed',
      ]);
      expect((await put(changed.version, []).expect(200)).body.items).toEqual([]);
    });

    it('name the articles at fault, and then change nothing', async () => {
      const { admin: stranger } = await makeWorld();
      const foreign = await addArticle(stranger, { number: 'BR-1', name: 'Toner' });
      const before = await read();
      const { body } = await put(before.version, [
        { articleId: toner, kind: 'Toner' },
        { articleId: foreign, kind: 'Toner' },
        { articleId: toner, kind: 'Noch einmal' },
      ]).expect(422);
      expect(body.errors).toMatchObject([
        { pointer: '/accessories/1/articleId', code: 'accessory.article-unknown' },
        { pointer: '/accessories/2/articleId', code: 'accessory.twice' },
      ]);
      const bare = await put(before.version, [{ articleId: toner, kind: 'Toner' }, { articleId: drum }]);
      expect(bare.status).toBe(422);
      expect(bare.body.errors).toMatchObject([{ pointer: '/accessories/1/kind' }]);
      expect(await read()).toEqual(before);
    });

    it('overwrite nothing that was put one by one meanwhile', async () => {
      const { version } = await read();
      await admin.put(accessory(drum)).send({ kind: 'Trommel' }).expect(200);
      await put(version, [{ articleId: toner, kind: 'Toner' }]).expect(412);
      await admin.put(path()).send({ accessories: [] }).expect(428);
      for (let round = 0; round < 5; round++) {
        await put((await read()).version, []).expect(200);
        const empty = (await read()).version;
        const [whole, single] = await Promise.all([
          put(empty, [{ articleId: toner, kind: 'Toner' }]),
          admin.put(accessory(drum)).send({ kind: 'Trommel' }),
        ]);
        expect(single.status).toBe(200);
        const kinds = (await read()).items.map(({ kind }: { kind: string }) => kind);
        expect(kinds).toEqual(whole.status === 200 ? ['Toner', 'Trommel'] : ['Trommel']);
      }
    });
  });

  it('know articles and models of their tenant only', async () => {
    const { admin: stranger } = await makeWorld();
    const foreignModel = await addPrinterModel(stranger, 'HL-L2350DW');
    const foreignArticle = await addArticle(stranger, { number: 'BR-TN2420', name: 'Toner' });
    const kind = { kind: 'Toner' };
    await admin.put(accessory(foreignArticle)).send(kind).expect(404);
    await admin.put(accessory(toner, foreignModel)).send(kind).expect(404);
    await admin.put(accessory(UNKNOWN_ID)).send(kind).expect(404);
    await admin.delete(accessory(foreignArticle)).expect(404);
    await admin.get(`/staff/printer-models/${foreignModel}/accessories`).expect(404);
    await admin.get(`/staff/articles/${foreignArticle}/printer-models`).expect(404);
  });
});

import type { Api } from './support/api';
import { addContact, addCustomer } from './support/population';
import { setCustomerShops, setShops } from './support/shops';
import { makeWorld, type World } from './support/world';

const ADDRESS = { street: 'Hafenstraße 3', postalCode: '20457', city: 'Hamburg', country: 'DE' } as const;

interface Saved {
  readonly id: string;
  readonly label: string;
  readonly isDefault: boolean;
}

describe('Delivery addresses of a company', () => {
  let world: World;
  let customerId: string;
  let user: Api;
  let colleague: Api;

  beforeAll(async () => {
    world = await makeWorld();
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
  });

  beforeEach(async () => {
    customerId = await addCustomer(world.admin, 'Müller & Söhne GmbH');
    user = await addContact(world, customerId, 'USER', 'Eigen');
    colleague = await addContact(world, customerId, 'MAIN_USER', 'Kollege');
  });

  const save = (values: object, by = user): ReturnType<Api['post']> =>
    by.post('/portal/delivery-addresses').send({ address: ADDRESS, ...values });

  const patch = (id: string, version: number, changes: object, by = user): ReturnType<Api['patch']> =>
    by.patch(`/portal/delivery-addresses/${id}`).set('if-match', `"${version}"`).send(changes);

  const listed = async (by = user): Promise<Saved[]> =>
    (await by.get('/portal/delivery-addresses').expect(200)).body.items;

  it('are saved by whoever may order, and seen and changed by all of the company', async () => {
    const { body: north, headers } = await save({ label: 'Lager Nord' }).expect(201);
    expect(headers.etag).toBe('"1"');
    const expected = { id: north.id, version: 1, label: 'Lager Nord', address: ADDRESS, isDefault: false };
    expect(north).toEqual(expected);
    await save({ label: 'Büro', address: { ...ADDRESS, company: 'Müller', name: 'Empfang' } }).expect(201);
    expect((await listed(colleague)).map(({ label }) => label)).toEqual(['Büro', 'Lager Nord']);
    const { body: same } = await patch(north.id, 1, { label: 'Lager Nord', address: ADDRESS }).expect(200);
    expect(same).toEqual(expected);
    const moved = { ...ADDRESS, street: 'Kai 4' };
    const { body: changed } = await patch(north.id, 1, { address: moved }, colleague).expect(200);
    expect(changed).toEqual({ ...expected, version: 2, address: moved });
    await patch(north.id, 1, { label: 'Zu spät' }).expect(412);
    expect((await user.get(`/portal/delivery-addresses/${north.id}`).expect(200)).body).toEqual(changed);
    await colleague.delete(`/portal/delivery-addresses/${north.id}`).expect(204);
    await colleague.delete(`/portal/delivery-addresses/${north.id}`).expect(404);
    expect(await listed()).toMatchObject([{ label: 'Büro' }]);
  });

  it('are no other company’s, nor anybody’s who may not order', async () => {
    const { body } = await save({ label: 'Lager' }).expect(201);
    const stranger = await addContact(world, await addCustomer(world.admin, 'Andere AG'), 'MAIN_USER');
    expect(await listed(stranger)).toEqual([]);
    await stranger.get(`/portal/delivery-addresses/${body.id}`).expect(404);
    await patch(body.id, 1, { label: 'Meins' }, stranger).expect(404);
    await stranger.delete(`/portal/delivery-addresses/${body.id}`).expect(404);
    await setCustomerShops(world.admin, customerId, { onlineShop: { enabled: 'OFF' } });
    await user.get('/portal/delivery-addresses').expect(404);
    await save({ label: 'Noch eine' }).expect(404);
    await user.delete(`/portal/delivery-addresses/${body.id}`).expect(404);
  });

  it('are as valid as those of an order', async () => {
    const { body } = await save({ label: ' ', address: { ...ADDRESS, street: '', country: 'Deutschland' } });
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/address/country',
      '/address/street',
      '/label',
    ]);
    await user.post('/portal/delivery-addresses').send({ label: 'Ohne' }).expect(422);
  });

  it('have one default at most, which is the one chosen last', async () => {
    const { body: first } = await save({ label: 'A', isDefault: true }).expect(201);
    const { body: second } = await save({ label: 'B', isDefault: true }).expect(201);
    const defaults = async (): Promise<string[]> =>
      (await listed()).filter(({ isDefault }) => isDefault).map(({ id }) => id);
    expect(await defaults()).toEqual([second.id]);
    await patch(first.id, 1, { isDefault: true }).expect(412);
    await patch(first.id, 2, { isDefault: true }, colleague).expect(200);
    expect(await defaults()).toEqual([first.id]);
    await patch(first.id, 3, { isDefault: false }).expect(200);
    expect(await defaults()).toEqual([]);
  });

  it('are fifty at most', async () => {
    for (let i = 0; i < 50; i++) await save({ label: `Ort ${i}` }).expect(201);
    const { body } = await save({ label: 'Noch einer' }).expect(409);
    expect(body).toMatchObject({
      code: 'delivery-address.too-many',
      detail: 'Mehr als 50 Lieferadressen kann eine Firma nicht speichern.',
    });
  });
});

import { addContact, addCustomer } from './support/population';
import { setShops } from './support/shops';
import { addAgent, makeWorld, type World } from './support/world';

describe('The shop settings of a customer', () => {
  let world: World;
  let customerId: string;
  let path: string;

  beforeAll(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Sonderfall GmbH');
    path = `/staff/customers/${customerId}/shop-settings`;
  });

  it('inherit the tenant’s until somebody sets them, and show what holds', async () => {
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: true } });
    const { body, headers } = await world.admin.get(path).expect(200);
    expect(headers.etag).toBe('"0"');
    expect(body).toEqual({
      version: 0,
      onlineShop: {
        enabled: 'INHERIT',
        showPrices: 'INHERIT',
        effective: { enabled: true, showPrices: true },
      },
      printerShop: {
        enabled: 'INHERIT',
        showPrices: 'INHERIT',
        effective: { enabled: false, showPrices: false },
      },
    });
  });

  it('are kept by staff, in the log, and hold at once', async () => {
    const agent = await addAgent(world);
    const contact = await addContact(world, customerId, 'USER');
    await contact.get('/portal/printer-shop/printers').expect(404);
    const { body } = await agent
      .patch(path)
      .set('if-match', '"0"')
      .send({ onlineShop: { showPrices: 'OFF' }, printerShop: { enabled: 'ON' } })
      .expect(200);
    expect(body).toMatchObject({
      version: 1,
      onlineShop: { showPrices: 'OFF', effective: { enabled: true, showPrices: false } },
      printerShop: { enabled: 'ON', effective: { enabled: true, showPrices: false } },
    });
    await contact.get('/portal/printer-shop/printers').expect(200);
    const { body: log } = await world.admin.get('/staff/audit-entries').expect(200);
    expect(
      log.items.find(({ action }: { action: string }) => action === 'customer-shop-settings.changed'),
    ).toMatchObject({ objectId: customerId, changes: { printerShop: { enabled: 'ON' } } });
  });

  it('are not overwritten with an outdated version, also for the first values', async () => {
    const other = `/staff/customers/${await addCustomer(world.admin, 'Wettlauf GmbH')}/shop-settings`;
    const answers = await Promise.all(
      ['ON', 'OFF'].map((enabled) =>
        world.admin.patch(other).set('if-match', '"0"').send({ onlineShop: { enabled } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('know three states', async () => {
    const { body } = await world.admin
      .patch(path)
      .set('if-match', '"1"')
      .send({ onlineShop: { enabled: 'MAYBE' } })
      .expect(422);
    expect(body.errors[0].pointer).toBe('/onlineShop/enabled');
  });
});

import type { Api } from './support/api';
import { addContact, addCustomer } from './support/population';
import { addPrinterWithToner } from './support/shops';
import { makeWorld, type World } from './support/world';

describe('The devices of a company', () => {
  let world: World;
  let customerId: string;
  let user: Api;
  let stranger: Api;

  beforeEach(async () => {
    world = await makeWorld();
    customerId = await addCustomer(world.admin, 'Erste GmbH');
    user = await addContact(world, customerId, 'USER');
    stranger = await addContact(world, await addCustomer(world.admin, 'Andere AG'), 'MAIN_USER');
  });

  async function addDevice(device: object): Promise<string> {
    const { body } = await world.admin
      .post(`/staff/customers/${customerId}/devices`)
      .send(device)
      .expect(201);
    return String(body.id);
  }

  async function namesOf(api: Api, query = ''): Promise<string[]> {
    const { body } = await api.get(`/portal/devices?${query}`).expect(200);
    return body.items.map(({ name }: { name: string }) => name);
  }

  it('are seen without any shop, by nobody else, and without what staff have noted', async () => {
    const notebook = { name: 'Notebook Petra', type: 'Notebook', assetTag: 'INV-1', userName: 'Petra' };
    const id = await addDevice({ ...notebook, notes: 'geheim' });
    await addDevice({ name: 'Altes Fax', status: 'RETIRED' });
    const { printerId } = await addPrinterWithToner(world.admin, customerId, 'Empfang');
    expect(await namesOf(user)).toEqual(['Empfang', 'Notebook Petra']);
    expect(await namesOf(user, 'printersOnly=true')).toEqual(['Empfang']);
    expect(await namesOf(user, 'search=noteb')).toEqual(['Notebook Petra']);
    expect(await namesOf(stranger)).toEqual([]);
    const { body } = await user.get(`/portal/devices/${id}`).expect(200);
    expect(body).toEqual({
      id,
      ...notebook,
      printerModel: null,
      serialNumber: null,
      location: null,
      room: null,
      status: 'IN_USE',
    });
    const { body: printer } = await user.get(`/portal/devices/${printerId}`).expect(200);
    expect(printer.printerModel).toMatchObject({ id: expect.any(String), name: expect.any(String) });
    await stranger.get(`/portal/devices/${id}`).expect(404);
  });

  it('are offered as a place only to those whose company has one in use', async () => {
    const capabilities = async (): Promise<string[]> =>
      (await user.get('/auth/me').expect(200)).body.capabilities;
    await addDevice({ name: 'Altes Fax', status: 'RETIRED' });
    expect(await capabilities()).not.toContain('DEVICES');
    await addDevice({ name: 'Notebook Petra' });
    expect(await capabilities()).toContain('DEVICES');
    const { body: strangers } = await stranger.get('/auth/me').expect(200);
    expect(strangers.capabilities).not.toContain('DEVICES');
  });

  it('can be named in a ticket, as long as they are the company’s and in use', async () => {
    const deviceId = await addDevice({ name: 'Notebook Petra' });
    const ticket = { subject: 'Startet nicht', description: 'Seit heute früh.' };
    const { body } = await user
      .post('/portal/tickets')
      .send({ ...ticket, deviceId })
      .expect(201);
    expect(body.device).toEqual({ id: deviceId, name: 'Notebook Petra' });
    const { body: staffs } = await world.admin.get(`/staff/tickets/${body.id}`).expect(200);
    expect(staffs.device).toEqual({ id: deviceId, name: 'Notebook Petra' });
    const retired = await addDevice({ name: 'Altes Fax', status: 'RETIRED' });
    for (const [api, wrong] of [
      [stranger, deviceId],
      [user, retired],
    ] as const) {
      const refused = await api
        .post('/portal/tickets')
        .send({ ...ticket, deviceId: wrong })
        .expect(422);
      expect(refused.body).toMatchObject({
        code: 'ticket.device-unknown',
        errors: [{ pointer: '/deviceId' }],
      });
    }
    const { body: without } = await user.post('/portal/tickets').send(ticket).expect(201);
    expect(without.device).toBeNull();
  });
});

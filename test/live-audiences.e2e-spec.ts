import { type EventStream } from './support/event-stream';
import { registrationItem } from './support/inbox';
import { addContact } from './support/population';
import { firstLogin, uniqueEmail } from './support/world';

import {
  closeStreams,
  comment,
  listen,
  listenElsewhere,
  type LiveWorld,
  makeLiveWorld,
} from './support/live-world';
import { ticketOf } from './support/portal-tickets';

describe('Live events', () => {
  let world: LiveWorld['world'];
  let agent: LiveWorld['agent'];
  let customerId: LiveWorld['customerId'];
  let mainUser: LiveWorld['mainUser'];
  let user: LiveWorld['user'];
  let stranger: LiveWorld['stranger'];

  beforeAll(async () => {
    ({ world, agent, customerId, mainUser, user, stranger } = await makeLiveWorld());
  });

  afterEach(closeStreams);

  it('reach staff, the contact and the main users, and nobody else', async () => {
    const heardElsewhere = await listenElsewhere();
    const streams = {
      agent: await listen(agent),
      mainUser: await listen(mainUser),
      user: await listen(user),
      stranger: await listen(stranger),
    };
    const own = await ticketOf(user);
    const mains = await ticketOf(mainUser);
    const others = await ticketOf(stranger);
    await streams.agent.until(() => streams.agent.events.length >= 3);
    await streams.stranger.until(() => streams.stranger.events.length >= 1);
    await streams.mainUser.until(() => streams.mainUser.events.length >= 2);
    await streams.user.until(() => streams.user.events.length >= 1);
    expect(streams.mainUser.events.map(({ id }) => id).sort()).toEqual([own, mains].sort());
    expect(streams.user.events.map(({ id }) => id)).toEqual([own]);
    expect(streams.stranger.events.map(({ id }) => id)).toEqual([others]);
    expect(heardElsewhere()).toEqual([]);
    expect(streams.user.events[0]).toEqual({
      type: 'ticket.created',
      id: own,
      at: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it('say nothing to contacts of what is internal', async () => {
    const ticketId = await ticketOf(user);
    const staff = await listen(agent);
    const contact = await listen(user);
    await comment(agent, ticketId, 'INTERNAL');
    await agent
      .patch(`/staff/tickets/${ticketId}`)
      .set('if-match', '"2"')
      .send({ priority: 'URGENT', assigneeId: agent.id })
      .expect(200);
    await agent
      .post(`/staff/tickets/${ticketId}/attachments`)
      .field('visibility', 'INTERNAL')
      .attach('file', Buffer.from('Notiz'), 'notiz.txt')
      .expect(201);
    // That it was made may be heard of late.
    const heard = (stream: EventStream): string[] =>
      stream.about(ticketId).filter((type) => type !== 'ticket.created');
    await staff.until(() => heard(staff).length >= 4);
    expect(heard(staff).sort()).toEqual([
      'ticket.changed',
      'ticket.changed',
      'ticket.changed',
      'ticket.commented',
    ]);
    await comment(agent, ticketId, 'PUBLIC');
    await contact.until(() => heard(contact).length >= 2);
    expect(heard(contact).sort()).toEqual(['ticket.commented', 'ticket.status-changed']);
    await user
      .post(`/portal/tickets/${ticketId}/attachments`)
      .attach('file', Buffer.from('Bild'), 'bild.txt')
      .expect(201);
    await contact.until(() => contact.about(ticketId).includes('ticket.changed'));
  });

  it('tell contacts what staff change of what they see', async () => {
    const ticketId = await ticketOf(user);
    const contact = await listen(user);
    const { headers } = await agent.get(`/staff/tickets/${ticketId}`).expect(200);
    await agent
      .patch(`/staff/tickets/${ticketId}`)
      .set('if-match', String(headers.etag))
      .send({ subject: 'Genauer gesagt' })
      .expect(200);
    await contact.until(() => contact.about(ticketId).includes('ticket.changed'));
  });

  it('tell staff alone of the inbox', async () => {
    const staff = await listen(agent);
    const contact = await listen(mainUser);
    const { id } = await registrationItem(world);
    await staff.until(() => staff.about(id).includes('inbox.item-created'));
    await agent.put(`/staff/inbox-items/${id}/assignee`).send({}).expect(200);
    await staff.until(() => staff.about(id).includes('inbox.item-changed'));
    const own = await ticketOf(mainUser);
    await contact.until(() => contact.about(own).length > 0);
    expect(contact.events.map(({ type }) => type)).toEqual(['ticket.created']);
  });

  it('tell staff what changes of a customer, and its contacts what they see of it: access, devices and shops', async () => {
    const staff = await listen(agent);
    const contact = await listen(user);
    const elsewhere = await listen(stranger);
    let told = 0;
    const tells = async (change: () => Promise<unknown>): Promise<void> => {
      await change();
      told += 1;
      await staff.until(() => staff.about(customerId).length >= told);
    };
    const customer = `/staff/customers/${customerId}`;
    const { headers } = await agent.get(customer).expect(200);
    const etag = String(headers.etag);
    await tells(() => agent.patch(customer).set('if-match', etag).send({ city: 'Bonn' }).expect(200));
    let contactId = '';
    await tells(async () => {
      const email = uniqueEmail('neu');
      const { body } = await agent.post(`${customer}/contacts`).send({ lastName: 'Neu', email }).expect(201);
      contactId = String(body.id);
    });
    const access = `/staff/contacts/${contactId}/portal-access`;
    await tells(() => agent.put(access).send({ role: 'USER' }).expect(200));
    await tells(() => agent.put(access).send({ role: 'MAIN_USER' }).expect(200));
    await tells(() => agent.delete(access).expect(204));
    const device = await agent.post(`${customer}/devices`).send({ name: 'Drucker' }).expect(201);
    told += 1;
    await tells(() =>
      agent
        .patch(`/staff/devices/${device.body.id}`)
        .set('if-match', String(device.headers.etag))
        .send({ notes: 'Unter uns' })
        .expect(200),
    );
    const settings = `${customer}/shop-settings`;
    const version = String((await agent.get(settings).expect(200)).headers.etag);
    const open = { onlineShop: { enabled: 'ON' } };
    await tells(() => agent.patch(settings).set('if-match', version).send(open).expect(200));
    await tells(() => importContact(customerId));
    const ticketId = await ticketOf(user);
    await contact.until(() => contact.about(ticketId).length > 0);
    expect(new Set(staff.about(customerId))).toEqual(new Set(['customer.changed']));
    // The access three times, the device once, the shops once; not what staff keep for themselves.
    expect(contact.about(customerId)).toEqual(Array(5).fill('customer.changed'));
    expect(contact.events.map(({ type }) => type).sort()).toEqual([
      ...Array<string>(5).fill('customer.changed'),
      'ticket.created',
    ]);
    expect(elsewhere.events).toEqual([]);
  });

  it('tell all contacts that shops or what they may do is different, and nobody of settings that they do not see', async () => {
    const contacts = [await listen(user), await listen(stranger)];
    const change = async (settings: object): Promise<void> => {
      const { headers } = await world.admin.get('/staff/settings').expect(200);
      const patch = world.admin.patch('/staff/settings').set('if-match', String(headers.etag));
      await patch.send(settings).expect(200);
    };
    await change({ senderName: null, imprintUrl: 'https://haus.example/impressum' });
    await change({ contactsMayCloseTickets: false, printerShop: { enabled: true } });
    await change({ contactsMayCloseTickets: false });
    await change({ printerShop: { enabled: false } });
    for (const contact of contacts) {
      await contact.until(() => contact.events.length === 2);
      expect(contact.events.map(({ type }) => type)).toEqual(['settings.changed', 'settings.changed']);
    }
  });

  it('tell staff that a contact has set the first password', async () => {
    const staff = await listen(agent);
    const { body } = await agent
      .post(`/staff/customers/${customerId}/contacts`)
      .send({ lastName: 'Neu', email: uniqueEmail('neu') })
      .expect(201);
    await agent.put(`/staff/contacts/${body.id}/portal-access`).send({ role: 'USER' }).expect(200);
    await staff.until(() => staff.about(customerId).length === 2);
    await firstLogin(world.tenant.slug, body.email);
    await staff.until(() => staff.about(customerId).length === 3);
  });

  async function importContact(of: string): Promise<void> {
    const { number } = (await agent.get(`/staff/customers/${of}`).expect(200)).body;
    const file = Buffer.from(`Kundennummer;Nachname\r\n${number};Datei\r\n`);
    await agent.post('/staff/contacts/imports').attach('file', file, 'leute.csv').expect(200);
  }

  it('follow the role of the moment', async () => {
    const contact = await addContact(world, customerId, 'USER');
    const stream = await listen(contact);
    const witness = await listen(mainUser);
    const setRole = (role: string): Promise<unknown> =>
      world.admin.put(`/staff/contacts/${contact.contactId}/portal-access`).send({ role }).expect(200);
    const unseen = await ticketOf(mainUser);
    await witness.until(() => witness.about(unseen).length > 0);
    await setRole('MAIN_USER');
    const seen = await ticketOf(mainUser);
    await stream.until(() => stream.about(seen).length > 0);
    await setRole('USER');
    const unseenAgain = await ticketOf(mainUser);
    await witness.until(() => witness.about(unseenAgain).length > 0);
    const own = await ticketOf(contact);
    await stream.until(() => stream.about(own).length > 0);
    const told = stream.events.map(({ id }) => id);
    expect(told.filter((id) => id !== customerId)).toEqual([seen, own]);
    // Of the change itself, both times.
    expect(stream.about(customerId)).toEqual(['customer.changed', 'customer.changed']);
  });
});

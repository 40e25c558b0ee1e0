import type { Api } from './support/api';
import type { EventStream } from './support/event-stream';
import { closeStreams, listen, type LiveWorld, makeLiveWorld } from './support/live-world';
import { ticketOf } from './support/portal-tickets';
import { decideOrder, makeOffer, offerArticle, putIntoCart, setShops, submitCart } from './support/shops';

/** What pages of contacts show; the ticket and the order are those that staff do something with. */
const VIEWS = [
  '/portal/tickets?limit=100',
  '/portal/tickets/{ticket}',
  '/portal/tickets/{ticket}/comments',
  '/portal/tickets/{ticket}/watchers',
  '/portal/ticket-categories',
  '/portal/orders?limit=100',
  '/portal/orders/{order}',
  '/portal/overview',
  '/portal/devices?limit=100',
  '/portal/colleagues?limit=100',
  '/auth/me',
];

/** Without a stream that tells of it, a page shows what was until it is loaded again. */
describe('Whatever a contact sees that staff change', () => {
  let live: LiveWorld;
  let articleId: string;
  let category: string;
  let other: string;
  let device: string;
  let ticket: string;
  let order: { readonly id: string; readonly number: string };

  const submitted = async (): Promise<{ id: string; number: string }> => {
    await putIntoCart(live.mainUser, 'online-shop', articleId, 1);
    return (await submitCart(live.mainUser, 'online-shop')).body as { id: string; number: string };
  };

  beforeAll(async () => {
    live = await makeLiveWorld();
    const { agent, customerId, world, mainUser } = live;
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: false } });
    articleId = await offerArticle(world.admin, { name: 'Funkmaus', netPriceCents: 2_000 });
    category = (
      await world.admin
        .post('/staff/ticket-categories')
        .send({ nameDe: 'Netz', nameEn: 'Network', shownToCustomers: true })
        .expect(201)
    ).body.id;
    device = (await agent.post(`/staff/customers/${customerId}/devices`).send({ name: 'PC 1' }).expect(201))
      .body.id;
    ticket = (
      await mainUser
        .post('/portal/tickets')
        .send({ subject: 'PC', description: 'Er startet nicht.', deviceId: device, categoryId: category })
        .expect(201)
    ).body.id;
    other = await ticketOf(mainUser, 'Noch einmal der PC');
    order = await submitted();
  });

  afterEach(closeStreams);

  const seen = async (): Promise<Map<string, string>> => {
    const texts = new Map<string, string>();
    for (const view of VIEWS) {
      const path = view.replace('{ticket}', ticket).replace('{order}', order.id);
      texts.set(view, (await live.mainUser.get(path).expect(200)).text);
    }
    return texts;
  };

  const acts: Record<string, (staff: Api) => Promise<unknown>> = {
    'the subject of a ticket': (staff) => staff.change(`/staff/tickets/${ticket}`, { subject: 'Der PC' }),
    'its status': (staff) => staff.change(`/staff/tickets/${ticket}`, { status: 'IN_PROGRESS' }),
    'its priority': (staff) => staff.change(`/staff/tickets/${ticket}`, { priority: 'HIGH' }),
    'who works on it': (staff) => staff.change(`/staff/tickets/${ticket}`, { assigneeId: live.agent.id }),
    'an answer': (staff) =>
      staff.post(`/staff/tickets/${ticket}/comments`).send({ body: 'Ah.', visibility: 'PUBLIC' }).expect(201),
    'a note among staff': (staff) =>
      staff
        .post(`/staff/tickets/${ticket}/comments`)
        .send({ body: 'Hm.', visibility: 'INTERNAL' })
        .expect(201),
    'a file': (staff) =>
      staff
        .post(`/staff/tickets/${ticket}/attachments`)
        .field('visibility', 'PUBLIC')
        .attach('file', Buffer.from('Bild'), 'bild.txt')
        .expect(201),
    'who watches it': (staff) =>
      staff.put(`/staff/tickets/${ticket}/watchers/${live.user.contactId}`).expect(204),
    'who watches it no longer': (staff) =>
      staff.delete(`/staff/tickets/${ticket}/watchers/${live.user.contactId}`).expect(204),
    'its category': (staff) => staff.change(`/staff/tickets/${ticket}`, { categoryId: null }),
    'its category again': (staff) => staff.change(`/staff/tickets/${ticket}`, { categoryId: category }),
    'what the category is called': () =>
      live.world.admin.change(`/staff/ticket-categories/${category}`, { nameDe: 'Netzwerk' }),
    'whether it may be chosen': () =>
      live.world.admin.change(`/staff/ticket-categories/${category}`, { shownToCustomers: false }),
    'another ticket merged into it': async (staff) => {
      const { headers } = await staff.get(`/staff/tickets/${ticket}`).expect(200);
      const { body: second } = await staff.get(`/staff/tickets/${other}`).expect(200);
      await staff
        .put(`/staff/tickets/${ticket}/merged/${other}`)
        .set('if-match', String(headers.etag))
        .send({ version: second.version })
        .expect(200);
    },
    'the name of its device': (staff) => staff.change(`/staff/devices/${device}`, { name: 'PC 2' }),
    'the name of a colleague': (staff) =>
      staff.change(`/staff/contacts/${live.user.contactId}`, { lastName: 'Neuname' }),
    'the own name': (staff) =>
      staff.change(`/staff/contacts/${live.mainUser.contactId}`, { lastName: 'Selbst' }),
    'the name of the company': (staff) =>
      staff.change(`/staff/customers/${live.customerId}`, { name: 'Neue GmbH' }),
    'the name of who answered': () =>
      live.world.admin.change(`/staff/users/${live.agent.id}`, { name: 'Agnes Anders' }),
    'a new device': (staff) =>
      staff.post(`/staff/customers/${live.customerId}/devices`).send({ name: 'PC 3' }).expect(201),
    'a ticket on behalf': (staff) =>
      staff
        .post('/staff/tickets')
        .send({ contactId: live.mainUser.contactId, subject: 'Anruf', description: 'Am Telefon.' })
        .expect(201),
    'an offer': (staff) => makeOffer(staff, order.id, 1_900),
    'an offer that is withdrawn': (staff) =>
      staff
        .put(`/staff/orders/${order.id}/offer-withdrawal`)
        .send({ offerVersion: 1, reason: 'Verschrieben.' })
        .expect(200),
    'a request that is rejected': async (staff) => {
      order = await submitted();
      const { status } = await decideOrder(staff, order.number, { decision: 'REJECTED', message: 'Nein.' });
      expect(status).toBe(200);
    },
    'what a contact may do': (staff) =>
      staff
        .put(`/staff/contacts/${live.user.contactId}/portal-access`)
        .send({ role: 'MAIN_USER' })
        .expect(200),
    'a shop that closes': () => setShops(live.world.admin, { onlineShop: { enabled: false } }),
  };

  it.each(Object.keys(acts))('is told: %s', async (name) => {
    const before = await seen();
    const stream = await listen(live.mainUser);
    const since = Date.now();
    await acts[name]?.(live.agent);
    const after = await seen();
    const different = VIEWS.filter((view) => before.get(view) !== after.get(view));
    if (different.length > 0) await toldSince(stream, since, different.join(', '));
  });

  async function toldSince(stream: EventStream, since: number, what: string): Promise<void> {
    const isTold = (): boolean => stream.events.some(({ at }) => Date.parse(at) >= since);
    await stream.until(isTold).catch((error: unknown) => {
      throw new Error(`Nothing is told of what is different: ${what}`, { cause: error });
    });
  }
});

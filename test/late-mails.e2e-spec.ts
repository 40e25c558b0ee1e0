import type { Response } from 'supertest';
import type { Api } from './support/api';
import { putOffJobsOf } from './support/late-jobs';
import { type Mail, mailsTo } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import {
  answerOffer,
  makeOffer,
  offerArticle,
  pricesFor,
  putIntoCart,
  setShops,
  submitCart,
} from './support/shops';
import { makeWorld, type World } from './support/world';

/** The worker is far behind: everything has happened before the first mail is even queued. */
describe('A mail that is sent late', () => {
  let world: World;
  let user: Api & { contactId: string; email: string };
  let article: string;
  let release: () => Promise<void>;

  beforeEach(async () => {
    world = await makeWorld();
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: false } });
    user = await addContact(world, await addCustomer(world.admin, 'Spät GmbH'), 'USER');
    article = await offerArticle(world.admin, { name: 'Monitor', netPriceCents: 99_900, vatRatePercent: 7 });
    await jobsDone();
    const { body } = await world.admin.get('/auth/me').expect(200);
    release = await putOffJobsOf(String(body.tenantId));
  });

  /** What arrived, the oldest first; the newest that was there before is not among them. */
  async function arrived(): Promise<(part: string) => Mail> {
    const before = new Set((await mailsTo(user.email)).map(({ id }) => id));
    await release();
    await jobsDone();
    await jobsDone();
    const mails = (await mailsTo(user.email)).filter(({ id }) => !before.has(id)).reverse();
    return (part) => {
      const found = mails.filter(({ text, subject }) => `${subject}\n${text}`.includes(part));
      if (found.length !== 1)
        throw new Error(
          `${found.length} mails say "${part}": ${mails.map(({ subject }) => subject).join(', ')}`,
        );
      return found[0]!;
    };
  }

  const staffOrder = async (id: string): Promise<Response['body']> =>
    (await world.admin.get(`/staff/orders/${id}`).expect(200)).body;

  it('about an order says what was true when it happened: no price before the offer, each offer its own', async () => {
    await putIntoCart(user, 'online-shop', article, 2);
    const { body: request } = await submitCart(user, 'online-shop');
    await makeOffer(world.admin, request.id, 1_000, { message: 'Das erste.' });
    await world.admin
      .put(`/staff/orders/${request.id}/offer`)
      .send({
        offerVersion: 1,
        validUntil: '2099-11-30',
        message: 'Das zweite.',
        ...pricesFor(await staffOrder(request.id), 2_000),
      })
      .expect(200);
    await world.admin
      .put(`/staff/orders/${request.id}/offer-withdrawal`)
      .send({ offerVersion: 2, reason: 'Ein Irrtum.' })
      .expect(200);
    await world.admin
      .put(`/staff/orders/${request.id}/offer`)
      .send({
        offerVersion: 2,
        validUntil: '2099-10-31',
        message: 'Das dritte.',
        ...pricesFor(await staffOrder(request.id), 3_000),
      })
      .expect(200);
    const { body: answered } = await answerOffer(user, request.id, 'ACCEPTED');
    await world.admin
      .put(`/staff/orders/${answered.orderId}/cancellation`)
      .send({ reason: 'Abgebrannt.' })
      .expect(200);

    const mail = await arrived();
    const { text: receipt } = mail(`${request.number}: Eingangsbestätigung`);
    expect(receipt).not.toMatch(/€|EUR|Gültig bis|Das erste|Das zweite|Das dritte/);
    for (const [message, net, gross, day] of [
      ['Das erste.', '20,00\u00a0€', '21,40\u00a0€', '31.12.2099'],
      ['Das zweite.', '40,00\u00a0€', '42,80\u00a0€', '30.11.2099'],
      ['Ein Irrtum.', '40,00\u00a0€', '42,80\u00a0€', '30.11.2099'],
      ['Das dritte.', '60,00\u00a0€', '64,20\u00a0€', '31.10.2099'],
    ] as const) {
      const { text } = mail(message);
      for (const part of [net, gross, day]) expect(text).toContain(part);
      expect(text.match(/Das (?:erste|zweite|dritte)\./g) ?? []).toHaveLength(
        message.startsWith('Das') ? 1 : 0,
      );
    }
    const { text: accepted } = mail(`${answered.orderNumber}: Angebot angenommen`);
    expect(accepted).toContain('60,00\u00a0€');
    expect(accepted).not.toContain('Abgebrannt.');
    expect(mail(`${answered.orderNumber}: von uns storniert`).text).toContain('Abgebrannt.');
  });

  it('about a declined offer says what was declined and why', async () => {
    await putIntoCart(user, 'online-shop', article, 1);
    const { body: request } = await submitCart(user, 'online-shop');
    await makeOffer(world.admin, request.id, 1_000);
    await answerOffer(user, request.id, 'DECLINED', 'Zu teuer.');
    await makeOffer(world.admin, request.id, 800, { offerVersion: 1, message: 'Günstiger.' });
    await answerOffer(user, request.id, 'DECLINED', 'Immer noch.');
    const mail = await arrived();
    expect(mail('Zu teuer.').text).toContain('10,00\u00a0€');
    expect(mail('Immer noch.').text).toContain('8,00\u00a0€');
  });

  it('about a ticket says what was true when it happened', async () => {
    const { body: ticket } = await user
      .post('/portal/tickets')
      .send({ subject: 'Drucker streikt', description: 'Seit heute.' })
      .expect(201);
    const change = async (changes: object): Promise<void> => {
      await world.admin.change(`/staff/tickets/${ticket.id}`, changes);
    };
    await change({ subject: 'Toner leer', status: 'IN_PROGRESS' });
    await world.admin
      .post(`/staff/tickets/${ticket.id}/comments`)
      .send({ body: 'Toner ist bestellt.', visibility: 'PUBLIC' })
      .expect(201);
    await change({ subject: 'Toner getauscht', status: 'RESOLVED' });

    const mail = await arrived();
    expect(mail('kümmern uns darum').subject).toBe(`[${ticket.number}] Drucker streikt`);
    expect(mail('In Bearbeitung').subject).toBe(`[${ticket.number}] Toner leer`);
    expect(mail('Toner ist bestellt.').subject).toBe(`[${ticket.number}] Toner leer`);
    expect(mail('Gelöst').subject).toBe(`[${ticket.number}] Toner getauscht`);
  });
});

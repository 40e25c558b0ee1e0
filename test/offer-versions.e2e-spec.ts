import type { Response } from 'supertest';
import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { statusesOf } from './support/inbox';
import { newestMail } from './support/mailbox';
import { answerOffer, pricesFor } from './support/shops';

import { makeTwoRates, type OfferWorld, TWO_RATES_TOTALS } from './support/offer-world';

describe('An offer that has changed', () => {
  let offers: OfferWorld;
  let world: OfferWorld['world'];
  let agent: OfferWorld['agent'];
  let user: OfferWorld['user'];

  beforeAll(async () => {
    offers = await makeTwoRates();
    ({ world, agent, user } = offers);
  });

  async function withdraw(id: string, changes: object = {}, staff = agent): Promise<Response> {
    const { offer } = await offers.forStaff(id);
    return staff
      .put(`/staff/orders/${id}/offer-withdrawal`)
      .send({ offerVersion: offer?.version ?? 1, reason: 'Tippfehler im Preis.', ...changes });
  }

  const answer = (id: string, body: object): ReturnType<Api['put']> =>
    user.put(`/portal/orders/${id}/offer-decision`).send(body);
  const codeOf = ({ status, body }: Response): string => `${status} ${body.code ?? ''}`;
  const expire = (id: string): Promise<unknown> =>
    asSuperuser(`UPDATE orders SET offer_valid_until = '2020-01-31' WHERE id = $1`, [id]);

  const tenfold = {
    currency: 'EUR',
    netCents: 40_000,
    vat: [
      { vatRatePercent: 19, netCents: 20_000, vatCents: 3_800 },
      { vatRatePercent: 7, netCents: 20_000, vatCents: 1_400 },
    ],
    grossCents: 45_200,
  };

  it.each([
    ['ACCEPTED', true],
    ['DECLINED', true],
    ['ACCEPTED', false],
    ['DECLINED', false],
  ])('is not answered by who saw the one before: %s, which had expired: %p', async (decision, expired) => {
    const id = await offers.offered();
    if (expired) await expire(id);
    await offers.renew(id, 10_000).then(({ status }) => expect(status).toBe(200));
    const { body } = await answer(id, { decision, offerVersion: 1 }).expect(409);
    expect(body).toMatchObject({
      code: 'offer.changed',
      offer: { version: 2, validUntil: '2099-11-30', expired: false },
      totals: tenfold,
      seen: { validUntil: '2099-12-31', totals: TWO_RATES_TOTALS },
    });
    expect(await offers.forUser(id)).toMatchObject({
      status: 'OFFER_MADE',
      totals: tenfold,
      answeredAt: null,
    });
    await answer(id, { decision, offerVersion: 2 }).expect(200);
  });

  it('is another one whatever has changed: validity or message alone, or nothing at all', async () => {
    const id = await offers.offered();
    const changes = [
      { validUntil: '2099-12-30' },
      { message: 'Mit Lieferung.' },
      { validUntil: '2099-12-30' },
    ];
    for (const [index, change] of changes.entries()) {
      expect((await offers.renew(id, 1_000, change)).status).toBe(200);
      const { body } = await answer(id, { decision: 'ACCEPTED', offerVersion: index + 1 }).expect(409);
      expect(body).toMatchObject({
        code: 'offer.changed',
        offer: { version: index + 2 },
        totals: TWO_RATES_TOTALS,
      });
    }
    await answer(id, { decision: 'ACCEPTED', offerVersion: 4 }).expect(200);
  });

  it('has to be named', async () => {
    const id = await offers.offered();
    for (const decision of ['ACCEPTED', 'DECLINED']) {
      const { body } = await answer(id, { decision }).expect(422);
      expect(body.errors).toMatchObject([{ pointer: '/offerVersion', code: 'required' }]);
    }
    const { body } = await answer(id, { decision: 'ACCEPTED', offerVersion: 7 }).expect(409);
    expect(body).toMatchObject({ code: 'offer.changed', offer: { version: 1 } });
    expect(body).not.toHaveProperty('seen');
    for (const path of ['offer', 'offer-withdrawal']) {
      const { body: refused } = await agent
        .put(`/staff/orders/${id}/${path}`)
        .send({ validUntil: '2099-11-30', ...pricesFor(await offers.forStaff(id), 1) })
        .expect(422);
      const pointers = refused.errors.map(({ pointer }: { pointer: string }) => pointer);
      expect(pointers).toContain('/offerVersion');
    }
  });

  it('is decided by the one or the other, when one answers while it is replaced', async () => {
    const id = await offers.offered();
    const order = await offers.forStaff(id);
    const statuses = await Promise.all([
      answer(id, { decision: 'ACCEPTED', offerVersion: 1 }),
      agent
        .put(`/staff/orders/${id}/offer`)
        .send({ offerVersion: 1, validUntil: '2099-11-30', ...pricesFor(order, 10_000) }),
    ]).then((answers) => answers.map(({ status }) => status));
    expect(statuses.sort()).toEqual([200, 409]);
    const { status, totals, orderId } = await offers.forUser(id);
    if (status === 'OFFER_MADE') expect(totals).toEqual(tenfold);
    else expect((await offers.forUser(orderId)).totals).toEqual(TWO_RATES_TOTALS);
  });

  it('is replaced only with its current version', async () => {
    const id = await offers.offered();
    const order = await offers.forStaff(id);
    const renewals = [agent, world.admin, agent].map((staff, index) =>
      staff
        .put(`/staff/orders/${id}/offer`)
        .send({ offerVersion: 1, validUntil: '2099-11-30', ...pricesFor(order, 2_000 + index) }),
    );
    expect(await statusesOf(renewals)).toEqual([200, 409, 409]);
    const { body } = await withdraw(id, { offerVersion: 1 });
    expect(body).toMatchObject({ code: 'offer.changed', offer: { version: 2 } });
  });

  it('keeps its tax when it is accepted', async () => {
    const id = await offers.offered();
    const { body } = await answerOffer(user, id, 'ACCEPTED');
    expect(await offers.forUser(body.orderId)).toMatchObject({
      totals: TWO_RATES_TOTALS,
      lines: [{ vatRatePercent: 7 }, { vatRatePercent: 19 }],
    });
  });

  describe('because staff withdrew it', () => {
    it('can be neither accepted nor declined; the customer is told why', async () => {
      const id = await offers.offered();
      const { status, body } = await withdraw(id);
      expect([status, body]).toMatchObject([
        200,
        { status: 'OFFER_WITHDRAWN', message: 'Tippfehler im Preis.' },
      ]);
      for (const decision of ['ACCEPTED', 'DECLINED'])
        expect(codeOf(await answer(id, { decision, offerVersion: 1 }))).toBe('409 offer.withdrawn');
      const mail = await newestMail(user.email, { subject: `${body.number}: Angebot zurückgezogen` });
      expect(mail.text).toContain('Tippfehler im Preis.');
      expect(mail.text).toContain('40,00\u00a0€');
      const { body: log } = await world.admin.get(`/staff/audit-entries?objectId=${id}`).expect(200);
      expect(log.items[0]).toMatchObject({
        action: 'order.offer-withdrawn',
        changes: { status: 'OFFER_WITHDRAWN', offerVersion: 1, message: 'Tippfehler im Preis.' },
      });
    });

    it('makes room for another one', async () => {
      const id = await offers.offered();
      expect((await withdraw(id)).status).toBe(200);
      expect((await offers.renew(id, 10_000)).status).toBe(200);
      expect(codeOf(await answer(id, { decision: 'ACCEPTED', offerVersion: 1 }))).toBe('409 offer.changed');
      await answer(id, { decision: 'ACCEPTED', offerVersion: 2 }).expect(200);
    });

    it('is withdrawn once, as long as it has no answer', async () => {
      const id = await offers.offered();
      const answers = await Promise.all([withdraw(id), withdraw(id, {}, world.admin)]);
      expect(answers.map(codeOf).sort()).toEqual(['200 ', '409 offer.withdrawn']);
      expect(codeOf(await withdraw(await offers.request()))).toBe('409 offer.missing');
      const accepted = await offers.offered();
      await answerOffer(user, accepted, 'ACCEPTED');
      expect(codeOf(await withdraw(accepted))).toBe('409 order.decided');
    });

    it('is accepted or withdrawn, never both', async () => {
      const id = await offers.offered();
      const statuses = await statusesOf([
        answer(id, { decision: 'ACCEPTED', offerVersion: 1 }),
        agent.put(`/staff/orders/${id}/offer-withdrawal`).send({ offerVersion: 1 }),
      ]);
      expect(statuses).toEqual([200, 409]);
      const orders = await asSuperuser('SELECT 1 FROM orders WHERE quote_request_id = $1', [id]);
      expect([(await offers.forUser(id)).status, orders.length]).toEqual(
        orders.length === 1 ? ['OFFER_ACCEPTED', 1] : ['OFFER_WITHDRAWN', 0],
      );
    });
  });
});

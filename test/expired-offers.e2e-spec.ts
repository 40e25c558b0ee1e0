import type { Response } from 'supertest';
import type { Api } from './support/api';
import { asSuperuser } from './support/database';
import { mailsTo } from './support/mailbox';
import { jobsDone } from './support/rows';
import { pricesFor } from './support/shops';
import { addAgent } from './support/world';
import { answer, makeOneOffer, type OfferWorld } from './support/offer-world';

describe('An offer', () => {
  let offers: OfferWorld;
  let world: OfferWorld['world'];
  let user: OfferWorld['user'];

  beforeAll(async () => {
    offers = await makeOneOffer();
    ({ world, user } = offers);
  });

  describe('that has expired', () => {
    const expire = (id: string): Promise<unknown> =>
      asSuperuser(`UPDATE orders SET offer_valid_until = '2020-01-31' WHERE id = $1`, [id]);

    const renew = (id: string, changes: object = {}, staff?: Api): Promise<Response> =>
      offers.renew(id, 2999, { message: 'Teurer geworden.', ...changes }, staff);

    it('is replaced by a new one, which the customer can accept', async () => {
      const id = await offers.offered();
      await expire(id);
      for (const [reader, path] of [
        [user, '/portal/orders'],
        [world.admin, '/staff/orders'],
      ] as const) {
        const { body: list } = await reader.get(`${path}?status=OFFER_MADE&limit=1`).expect(200);
        expect(list.items).toMatchObject([{ id, offer: { validUntil: '2020-01-31', expired: true } }]);
      }
      const agent = await addAgent(world);
      const { status, body } = await renew(id, {}, agent);
      expect([status, body]).toMatchObject([
        200,
        {
          status: 'OFFER_MADE',
          offer: { version: 2, validUntil: '2099-11-30', expired: false },
          totalNetCents: 3 * 2999,
        },
      ]);
      const { body: shown } = await user.get(`/portal/orders/${id}`).expect(200);
      expect(shown).toMatchObject({
        number: body.number,
        status: 'OFFER_MADE',
        message: 'Teurer geworden.',
        totalNetCents: 3 * 2999,
        lines: [{ netPriceCents: 2999 }],
      });
      await jobsDone();
      const mails = (await mailsTo(user.email)).filter(({ subject }) =>
        subject.includes(`${body.number}: unser Angebot`),
      );
      expect(mails).toHaveLength(2);
      expect(mails[0]?.text).toContain('89,97\u00a0€');
      expect(mails[0]?.text).toContain('Teurer geworden.');

      const { body: answered } = await answer(user, id, 'ACCEPTED', 2).expect(200);
      const { body: order } = await user.get(`/portal/orders/${answered.orderId}`).expect(200);
      expect(order).toMatchObject({
        kind: 'ORDER',
        totalNetCents: 3 * 2999,
        lines: [{ netPriceCents: 2999 }],
      });
    });

    it('leaves a trace in the log and at the request in the Postkorb', async () => {
      const id = await offers.offered();
      await expire(id);
      const { body } = await renew(id);
      await jobsDone();
      const { body: log } = await world.admin.get(`/staff/audit-entries?objectId=${id}`).expect(200);
      expect(log.items[0]).toMatchObject({
        action: 'order.offer-renewed',
        changes: { offerValidUntil: '2099-11-30', totalNetCents: 3 * 2999 },
      });
      const { body: inbox } = await world.admin
        .get(`/staff/inbox-items?number=${body.number}&state=DONE`)
        .expect(200);
      const { body: notes } = await world.admin
        .get(`/staff/inbox-items/${inbox.items[0].id}/notes`)
        .expect(200);
      expect(notes.items).toEqual([expect.objectContaining({ event: 'OFFER_RENEWED', author: null })]);
    });

    it('is replaced by one of many concurrent requests', async () => {
      const id = await offers.offered();
      await expire(id);
      const offer = {
        offerVersion: 1,
        validUntil: '2099-11-30',
        ...pricesFor(await offers.forStaff(id), 2999),
      };
      const staff = [world.admin, await addAgent(world), world.admin];
      const answers = await Promise.all(staff.map((one) => one.put(`/staff/orders/${id}/offer`).send(offer)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      await jobsDone();
      const { body } = await world.admin.get(`/staff/orders/${id}`).expect(200);
      const mails = (await mailsTo(user.email)).filter(({ subject }) =>
        subject.includes(`${body.number}: unser Angebot`),
      );
      expect(mails).toHaveLength(2);
    });

    it('is not replaced halfway', async () => {
      const id = await offers.offered();
      await expire(id);
      const before = await user.get(`/portal/orders/${id}`).expect(200);
      const refused = async (changes: object): Promise<string> => {
        const { status, body } = await renew(id, changes);
        return `${status} ${body.code} ${body.errors[0].pointer}`;
      };
      expect(await refused({ validUntil: '2020-02-01' })).toBe('422 offer.date-invalid /validUntil');
      expect(await refused({ lines: [{ lineId: id, netPriceCents: 1 }] })).toBe(
        '422 offer.incomplete /lines',
      );
      const { body } = await renew(id, { validUntil: '31.12.2099' });
      expect(body.errors).toMatchObject([{ pointer: '/validUntil', code: 'day' }]);
      expect(body.errors[0].detail).toContain('zum Beispiel 2026-12-31');
      expect(await refused({ lines: undefined })).toBe('422 validation-failed /lines');
      expect((await user.get(`/portal/orders/${id}`).expect(200)).body).toEqual(before.body);
    });

    it('is replaced as long as it is unanswered', async () => {
      const codeFor = async (id: string): Promise<string> => {
        const { status, body } = await renew(id);
        return `${status} ${body.code}`;
      };
      const id = await offers.offered();
      expect(await codeFor(await offers.request())).toBe('409 offer.missing');
      const { body } = await answer(user, id, 'ACCEPTED').expect(200);
      expect(await codeFor(body.orderId)).toBe('409 offer.missing');
      await expire(id);
      expect(await codeFor(id)).toBe('409 order.decided');
      const declined = await offers.offered();
      await answer(user, declined, 'DECLINED').expect(200);
      await expire(declined);
      expect(await codeFor(declined)).toBe('409 order.decided');
    });

    it('can still be declined', async () => {
      const id = await offers.offered();
      await expire(id);
      expect((await answer(user, id, 'DECLINED').expect(200)).body.status).toBe('OFFER_DECLINED');
    });
  });
});

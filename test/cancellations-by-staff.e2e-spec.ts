import { decide } from './support/inbox';
import { newestMail } from './support/mailbox';
import { addContact } from './support/population';
import { answerOffer, decideOrder, makeOffer } from './support/shops';
import { cancel, CancellingWorld, codeOf, KINDS, mailsAbout } from './support/cancelling';

describe('Cancelling', () => {
  let orders: CancellingWorld;
  let world: CancellingWorld['world'];
  let agent: CancellingWorld['agent'];
  let customerId: CancellingWorld['customerId'];
  let user: CancellingWorld['user'];

  beforeAll(async () => {
    orders = await CancellingWorld.make();
    ({ world, agent, customerId, user } = orders);
  });

  describe('what was agreed by an offer', () => {
    it('is impossible by rejecting it, and by the customer', async () => {
      const { id, number } = await orders.agreed();
      const { id: item } = await orders.itemOf(number);
      expect(codeOf(await decide(agent, item, { decision: 'REJECTED', message: 'Doch nicht.' }))).toBe(
        '409 order.binding',
      );
      expect(codeOf(await cancel(user, id))).toBe('409 order.binding');
      expect(await orders.itemOf(number)).toMatchObject({ state: 'NEW', order: { status: 'RECEIVED' } });
      const [mail] = await mailsAbout(user, `${number}: Angebot angenommen`);
      expect(mail).toContain('verbindlich');
      expect(mail).not.toContain('keine Auftragsannahme');
    });

    it('takes a reason of staff, which the customer reads', async () => {
      const { id, number } = await orders.agreed();
      const { body: refused } = await orders.cancelAsStaff(id).expect(422);
      expect(refused.errors).toMatchObject([{ pointer: '/reason', code: 'required' }]);
      const { body } = await orders.cancelAsStaff(id, 'Der Hersteller liefert nicht mehr.').expect(200);
      expect(body).toMatchObject({
        status: 'CANCELLED',
        cancellation: { cancelledBy: 'STAFF', reason: 'Der Hersteller liefert nicht mehr.' },
      });
      expect(await orders.itemOf(number)).toMatchObject({
        state: 'DONE',
        assignee: { id: agent.id },
        outcome: { decision: 'CANCELLED', decidedBy: { id: agent.id } },
      });
      const mail = await newestMail(user.email, { subject: `${number}: von uns storniert` });
      expect(mail.text).toContain('Der Hersteller liefert nicht mehr.');
      expect((await user.get(`/portal/orders/${id}`).expect(200)).body).toMatchObject({
        status: 'CANCELLED',
        cancellation: { cancelledBy: 'STAFF', reason: 'Der Hersteller liefert nicht mehr.' },
      });
    });
  });

  describe('by staff', () => {
    it('ends what they had accepted', async () => {
      const plain = await orders.submitted('ORDER');
      const fromOffer = await orders.agreed();
      for (const { id, number } of [plain, fromOffer]) {
        expect((await decideOrder(agent, number, { decision: 'ACCEPTED' })).status).toBe(200);
        await orders.cancelAsStaff(id, 'Wasserschaden im Lager.').expect(200);
        expect(await mailsAbout(user, `${number}: von uns storniert`)).toHaveLength(1);
        expect(await orders.itemOf(number)).toMatchObject({ outcome: { decision: 'ACCEPTED' } });
      }
    });

    it('is not for what they have yet to decide, nor for what is over', async () => {
      const rejected = await orders.submitted('ORDER');
      await decideOrder(agent, rejected.number, { decision: 'REJECTED' });
      const offered = await orders.submitted('QUOTE_REQUEST');
      await makeOffer(agent, offered.id, 700);
      for (const kind of KINDS)
        expect(codeOf(await orders.cancelAsStaff((await orders.submitted(kind)).id, 'Nein.'))).toBe(
          '409 order.undecided',
        );
      for (const { id } of [rejected, offered])
        expect(codeOf(await orders.cancelAsStaff(id, 'Nein.'))).toBe('409 order.decided');
    });
  });

  it('and everything about offers is told in English to who reads English', async () => {
    const reader = await addContact(world, customerId, 'USER', 'Reader');
    await world.admin.change(`/staff/contacts/${reader.contactId}`, { language: 'en' });
    const offered = async (): Promise<string> => {
      const { id } = await orders.submitted('QUOTE_REQUEST', reader);
      await makeOffer(agent, id, 990);
      return id;
    };
    const { body: order } = await answerOffer(reader, await offered(), 'ACCEPTED');
    await orders.cancelAsStaff(String(order.orderId), 'Sold out.').expect(200);
    await answerOffer(reader, await offered(), 'DECLINED', 'Too much.');
    await agent
      .put(`/staff/orders/${await offered()}/offer-withdrawal`)
      .send({ offerVersion: 1, reason: 'A mistake.' })
      .expect(200);
    await cancel(reader, (await orders.submitted('ORDER', reader)).id, 'Twice.').expect(200);
    for (const [subject, ...parts] of [
      ['offer accepted', 'It became your binding order B-', 'Accepted by: Kim Reader', '€19.80'],
      ['cancelled by us', 'Sold out.'],
      ['offer declined', 'Declined by: Kim Reader', 'Too much.'],
      ['offer withdrawn', 'A mistake.', '€19.80'],
      [': cancelled', 'Cancelled by: Kim Reader', 'Twice.', '€51.00'],
    ] as const) {
      const found = (await mailsAbout(reader, subject)).filter((text) =>
        parts.every((part) => text.includes(part)),
      );
      expect([subject, found.length]).toEqual([subject, 1]);
      expect(found[0]).not.toMatch(/Angebot|Bestellung|storniert/);
    }
  });
});

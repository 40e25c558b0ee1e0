import type { Response } from 'supertest';
import type { Api } from './support/api';
import { EventStream } from './support/event-stream';
import { decide, statusesOf } from './support/inbox';
import { mailsTo, newestMail } from './support/mailbox';
import { addContact, addCustomer } from './support/population';
import { jobsDone } from './support/rows';
import {
  addPrinterWithToner,
  answerOffer,
  decideOrder,
  makeOffer,
  offerArticle,
  putIntoCart,
  setShops,
  submitCart,
} from './support/shops';
import { addAgent, makeWorld, type World } from './support/world';

type Contact = Api & { contactId: string; email: string };
type Kind = 'ORDER' | 'QUOTE_REQUEST';
const KINDS: readonly Kind[] = ['ORDER', 'QUOTE_REQUEST'];

describe('Cancelling', () => {
  let world: World;
  let agent: Api & { id: string };
  let customerId: string;
  let mainUser: Contact;
  let user: Contact;
  let colleague: Contact;
  let priced: string;
  let toner: string;

  beforeAll(async () => {
    world = await makeWorld();
    agent = await addAgent(world);
    customerId = await addCustomer(world.admin, 'Storno GmbH');
    mainUser = await addContact(world, customerId, 'MAIN_USER');
    user = await addContact(world, customerId, 'USER');
    colleague = await addContact(world, customerId, 'USER');
    priced = await offerArticle(world.admin, { name: 'Maus', netPriceCents: 2_550 });
    const printer = await addPrinterWithToner(world.admin, customerId, 'Empfang');
    toner = `${printer.printerId}/${printer.tonerId}`;
    await setShops(world.admin, {
      onlineShop: { enabled: true, showPrices: true },
      printerShop: { enabled: true, showPrices: false },
    });
  });

  /** From one shop with prices and one without. */
  async function submitted(kind: Kind, by: Contact = user): Promise<{ id: string; number: string }> {
    const shop = kind === 'ORDER' ? 'online-shop' : 'printer-shop';
    await putIntoCart(by, shop, kind === 'ORDER' ? priced : toner, 2);
    const { body } = await submitCart(by, shop);
    expect(body.kind).toBe(kind);
    return { id: String(body.id), number: String(body.number) };
  }

  /** An order that came from an accepted offer. */
  async function agreed(): Promise<{ id: string; number: string }> {
    const { id } = await submitted('QUOTE_REQUEST');
    await makeOffer(agent, id, 990);
    const { body } = await answerOffer(user, id, 'ACCEPTED');
    return { id: String(body.orderId), number: String(body.orderNumber) };
  }

  const cancel = (who: Api, id: string, reason?: string): ReturnType<Api['put']> =>
    who.put(`/portal/orders/${id}/cancellation`).send({ reason });
  const cancelAsStaff = (id: string, reason?: string): ReturnType<Api['put']> =>
    agent.put(`/staff/orders/${id}/cancellation`).send({ reason });
  const codeOf = ({ status, body }: Response): string => `${status} ${body.code ?? ''}`;

  async function itemOf(number: string): Promise<Response['body']> {
    const all = 'state=NEW,IN_PROGRESS,DONE,REJECTED';
    const { body } = await agent.get(`/staff/inbox-items?number=${number}&${all}`).expect(200);
    return (await agent.get(`/staff/inbox-items/${body.items[0].id}`).expect(200)).body;
  }

  async function mailsAbout({ email }: Contact, subject: string): Promise<string[]> {
    await jobsDone();
    return (await mailsTo(email)).filter((mail) => mail.subject.includes(subject)).map(({ text }) => text);
  }

  describe('by the customer', () => {
    it.each(KINDS)('ends what nobody has decided, everywhere at once: %s', async (kind) => {
      const { id, number } = await submitted(kind);
      const streams = [
        await EventStream.open(agent, '/staff/events'),
        await EventStream.open(user, '/portal/events'),
      ];
      const { open } = (await agent.get('/staff/inbox-counts').expect(200)).body;
      const { body } = await cancel(user, id, 'Doppelt bestellt.').expect(200);
      expect(body).toMatchObject({
        status: 'CANCELLED',
        cancellation: {
          cancelledBy: 'CUSTOMER',
          reason: 'Doppelt bestellt.',
          cancelledAt: expect.any(String),
        },
      });
      expect((await agent.get('/staff/inbox-counts').expect(200)).body.open).toBe(open - 1);
      expect(await itemOf(number)).toMatchObject({
        state: 'DONE',
        assignee: null,
        outcome: {
          decision: 'CANCELLED',
          decidedBy: { id: user.contactId, name: 'Kim Muster' },
          message: 'Doppelt bestellt.',
        },
        order: { status: 'CANCELLED' },
      });
      for (const stream of streams) {
        await stream.until(() => stream.about(id).includes('order.cancelled'));
        stream.close();
      }
      const [mail, ...others] = await mailsAbout(user, `${number}: storniert`);
      expect(others).toEqual([]);
      expect(mail).toContain('Doppelt bestellt.');
      expect(/EUR/.test(mail ?? '')).toBe(kind === 'ORDER');
      const { body: notes } = await agent
        .get(`/staff/inbox-items/${(await itemOf(number)).id}/notes`)
        .expect(200);
      expect(notes.items).toMatchObject([{ event: 'CANCELLED_BY_CUSTOMER', author: null }]);
      const { body: log } = await world.admin.get(`/staff/audit-entries?objectId=${id}`).expect(200);
      expect(log.items[0]).toMatchObject({
        action: 'order.cancelled',
        actorId: user.contactId,
        changes: { cancelledBy: 'CUSTOMER', reason: 'Doppelt bestellt.' },
      });
      const { body: listed } = await user.get('/portal/orders?status=CANCELLED&limit=1').expect(200);
      expect(listed.items).toMatchObject([{ id }]);
    });

    it('needs no reason, and keeps who was working on it', async () => {
      const { id, number } = await submitted('ORDER');
      const { id: item } = await itemOf(number);
      await agent.put(`/staff/inbox-items/${item}/assignee`).send({}).expect(200);
      expect((await cancel(user, id).expect(200)).body.cancellation.reason).toBeNull();
      expect(await itemOf(number)).toMatchObject({
        state: 'DONE',
        assignee: { id: agent.id },
        outcome: { decision: 'CANCELLED', message: null },
      });
    });

    it.each(KINDS)('is theirs, or the company’s for a main user, who is mailed as well: %s', async (kind) => {
      const { id, number } = await submitted(kind);
      expect(codeOf(await cancel(colleague, id))).toBe('404 not-found');
      expect(codeOf(await cancel(mainUser, id))).toBe('200 ');
      for (const person of [user, mainUser])
        expect(await mailsAbout(person, `${number}: storniert`)).toHaveLength(1);
      expect(await mailsAbout(colleague, number)).toEqual([]);
    });

    it('is refused once the item is decided', async () => {
      const decided: string[] = [];
      for (const kind of KINDS) {
        const rejected = await submitted(kind);
        await decideOrder(agent, rejected.number, { decision: 'REJECTED' });
        decided.push(rejected.id);
        const cancelled = await submitted(kind);
        await cancel(user, cancelled.id).expect(200);
        decided.push(cancelled.id);
      }
      const accepted = await submitted('ORDER');
      await decideOrder(agent, accepted.number, { decision: 'ACCEPTED' });
      const offered = await submitted('QUOTE_REQUEST');
      await makeOffer(agent, offered.id, 500);
      for (const id of [...decided, accepted.id, offered.id])
        expect(codeOf(await cancel(user, id))).toBe('409 order.decided');
    });

    it.each([
      ['ORDER', { decision: 'ACCEPTED' }],
      ['ORDER', { decision: 'REJECTED' }],
      ['QUOTE_REQUEST', { decision: 'REJECTED' }],
    ] as const)('or a decision wins, never both: %s %j', async (kind, outcome) => {
      for (let round = 0; round < 5; round++) {
        const { id, number } = await submitted(kind);
        const { id: item } = await itemOf(number);
        const requests = [cancel(user, id), decide(agent, item, outcome), cancel(mainUser, id)];
        expect(await statusesOf(round % 2 ? requests.reverse() : requests)).toEqual([200, 409, 409]);
        const { outcome: decided, order, state } = await itemOf(number);
        expect(decided.decision).toBe(order.status);
        expect(state).toBe(order.status === 'REJECTED' ? 'REJECTED' : 'DONE');
      }
    });

    it('leaves what is cancelled as it is', async () => {
      const { id, number } = await submitted('ORDER');
      const { id: item } = await itemOf(number);
      await cancel(user, id).expect(200);
      expect(codeOf(await decide(agent, item, { decision: 'ACCEPTED' }))).toBe('409 inbox.decided');
      expect(codeOf(await cancelAsStaff(id, 'Auch wir.'))).toBe('409 order.decided');
    });
  });

  describe('what was agreed by an offer', () => {
    it('is impossible by rejecting it, and by the customer', async () => {
      const { id, number } = await agreed();
      const { id: item } = await itemOf(number);
      expect(codeOf(await decide(agent, item, { decision: 'REJECTED', message: 'Doch nicht.' }))).toBe(
        '409 order.binding',
      );
      expect(codeOf(await cancel(user, id))).toBe('409 order.binding');
      expect(await itemOf(number)).toMatchObject({ state: 'NEW', order: { status: 'RECEIVED' } });
      const [mail] = await mailsAbout(user, `${number}: Angebot angenommen`);
      expect(mail).toContain('verbindlich');
      expect(mail).not.toContain('keine Auftragsannahme');
    });

    it('takes a reason of staff, which the customer reads', async () => {
      const { id, number } = await agreed();
      const { body: refused } = await cancelAsStaff(id).expect(422);
      expect(refused.errors).toMatchObject([{ pointer: '/reason', code: 'required' }]);
      const { body } = await cancelAsStaff(id, 'Der Hersteller liefert nicht mehr.').expect(200);
      expect(body).toMatchObject({
        status: 'CANCELLED',
        cancellation: { cancelledBy: 'STAFF', reason: 'Der Hersteller liefert nicht mehr.' },
      });
      expect(await itemOf(number)).toMatchObject({
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
      const plain = await submitted('ORDER');
      const fromOffer = await agreed();
      for (const { id, number } of [plain, fromOffer]) {
        expect((await decideOrder(agent, number, { decision: 'ACCEPTED' })).status).toBe(200);
        await cancelAsStaff(id, 'Wasserschaden im Lager.').expect(200);
        expect(await mailsAbout(user, `${number}: von uns storniert`)).toHaveLength(1);
        expect(await itemOf(number)).toMatchObject({ outcome: { decision: 'ACCEPTED' } });
      }
    });

    it('is not for what they have yet to decide, nor for what is over', async () => {
      const rejected = await submitted('ORDER');
      await decideOrder(agent, rejected.number, { decision: 'REJECTED' });
      const offered = await submitted('QUOTE_REQUEST');
      await makeOffer(agent, offered.id, 700);
      for (const kind of KINDS)
        expect(codeOf(await cancelAsStaff((await submitted(kind)).id, 'Nein.'))).toBe('409 order.undecided');
      for (const { id } of [rejected, offered])
        expect(codeOf(await cancelAsStaff(id, 'Nein.'))).toBe('409 order.decided');
    });
  });

  it('and everything about offers is told in English to who reads English', async () => {
    const reader = await addContact(world, customerId, 'USER', 'Reader');
    const { headers } = await world.admin.get(`/staff/contacts/${reader.contactId}`).expect(200);
    await world.admin
      .patch(`/staff/contacts/${reader.contactId}`)
      .set('if-match', String(headers.etag))
      .send({ language: 'en' })
      .expect(200);
    const offered = async (): Promise<string> => {
      const { id } = await submitted('QUOTE_REQUEST', reader);
      await makeOffer(agent, id, 990);
      return id;
    };
    const { body: order } = await answerOffer(reader, await offered(), 'ACCEPTED');
    await cancelAsStaff(String(order.orderId), 'Sold out.').expect(200);
    await answerOffer(reader, await offered(), 'DECLINED', 'Too much.');
    await agent
      .put(`/staff/orders/${await offered()}/offer-withdrawal`)
      .send({ offerVersion: 1, reason: 'A mistake.' })
      .expect(200);
    await cancel(reader, (await submitted('ORDER', reader)).id, 'Twice.').expect(200);
    for (const [subject, ...parts] of [
      ['offer accepted', 'It became your binding Order', 'Accepted by: Kim Reader', '19.80 EUR'],
      ['cancelled by us', 'Sold out.'],
      ['offer declined', 'Declined by: Kim Reader', 'Too much.'],
      ['offer withdrawn', 'A mistake.', '19.80 EUR'],
      [': cancelled', 'Cancelled by: Kim Reader', 'Twice.', '51.00 EUR'],
    ] as const) {
      const found = (await mailsAbout(reader, subject)).filter((text) =>
        parts.every((part) => text.includes(part)),
      );
      expect([subject, found.length]).toEqual([subject, 1]);
      expect(found[0]).not.toMatch(/Angebot|Bestellung|storniert/);
    }
  });
});

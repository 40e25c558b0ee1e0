import type { Response } from 'supertest';
import type { Api } from './api';
import type { Contact } from './checkout-world';
import { mailsTo } from './mailbox';
import { addContact, addCustomer } from './population';
import { jobsDone } from './rows';
import {
  addPrinterWithToner,
  answerOffer,
  makeOffer,
  offerArticle,
  putIntoCart,
  setShops,
  submitCart,
} from './shops';
import { addAgent, makeWorld, type World } from './world';

export type Kind = 'ORDER' | 'QUOTE_REQUEST';
export const KINDS: readonly Kind[] = ['ORDER', 'QUOTE_REQUEST'];

interface Submitted {
  readonly id: string;
  readonly number: string;
}

/** A company that orders in the online shop, and asks for offers in the printer shop, which shows no prices. */
export class CancellingWorld {
  private constructor(
    readonly world: World,
    readonly agent: Api & { id: string },
    readonly customerId: string,
    readonly mainUser: Contact,
    readonly user: Contact,
    readonly colleague: Contact,
    private readonly lines: Readonly<Record<Kind, string>>,
  ) {}

  static async make(): Promise<CancellingWorld> {
    const world = await makeWorld();
    const { admin } = world;
    const customerId = await addCustomer(admin, 'Storno GmbH');
    const priced = await offerArticle(admin, { name: 'Maus', netPriceCents: 2_550 });
    const { printerId, tonerId } = await addPrinterWithToner(admin, customerId, 'Empfang');
    await setShops(admin, {
      onlineShop: { enabled: true, showPrices: true },
      printerShop: { enabled: true, showPrices: false },
    });
    return new CancellingWorld(
      world,
      await addAgent(world),
      customerId,
      await addContact(world, customerId, 'MAIN_USER'),
      await addContact(world, customerId, 'USER'),
      await addContact(world, customerId, 'USER'),
      { ORDER: priced, QUOTE_REQUEST: `${printerId}/${tonerId}` },
    );
  }

  /** From one shop with prices and one without. */
  async submitted(kind: Kind, by = this.user): Promise<Submitted> {
    const shop = kind === 'ORDER' ? 'online-shop' : 'printer-shop';
    await putIntoCart(by, shop, this.lines[kind], 2);
    const { body } = await submitCart(by, shop);
    expect(body.kind).toBe(kind);
    return { id: String(body.id), number: String(body.number) };
  }

  /** An order that came from an accepted offer. */
  async agreed(): Promise<Submitted> {
    const { id } = await this.submitted('QUOTE_REQUEST');
    await makeOffer(this.agent, id, 990);
    const { body } = await answerOffer(this.user, id, 'ACCEPTED');
    return { id: String(body.orderId), number: String(body.orderNumber) };
  }

  cancelAsStaff(id: string, reason?: string): ReturnType<Api['put']> {
    return this.agent.put(`/staff/orders/${id}/cancellation`).send({ reason });
  }

  async itemOf(number: string): Promise<Response['body']> {
    const all = 'state=NEW,IN_PROGRESS,DONE,REJECTED';
    const { body } = await this.agent.get(`/staff/inbox-items?number=${number}&${all}`).expect(200);
    return (await this.agent.get(`/staff/inbox-items/${body.items[0].id}`).expect(200)).body;
  }
}

export function cancel(contact: Api, id: string, reason?: string): ReturnType<Api['put']> {
  return contact.put(`/portal/orders/${id}/cancellation`).send({ reason });
}

export function codeOf({ status, body }: Response): string {
  return `${status} ${body.code ?? ''}`;
}

/** Texts of the mails, once all have left. */
export async function mailsAbout({ email }: Contact, subject: string): Promise<string[]> {
  await jobsDone();
  return (await mailsTo(email)).filter((mail) => mail.subject.includes(subject)).map(({ text }) => text);
}

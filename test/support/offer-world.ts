import type { Response } from 'supertest';
import type { Api } from './api';
import type { Contact } from './checkout-world';
import { addContact, addCustomer } from './population';
import { makeOffer, offerArticle, pricesFor, putIntoCart, setShops, submitCart } from './shops';
import { addAgent, makeWorld, type World } from './world';

/** What is asked for, how many of each, and what is offered for each. */
interface Terms {
  readonly company: string;
  readonly articles: readonly { readonly name: string; readonly [field: string]: unknown }[];
  readonly quantity: number;
  readonly netPriceCents: number;
}

/** A company that asks for offers in an online shop without prices. */
export class OfferWorld {
  private constructor(
    readonly world: World,
    readonly agent: Api,
    readonly user: Contact,
    readonly mainUser: Contact,
    readonly articles: readonly string[],
    private readonly terms: Terms,
  ) {}

  static async make(terms: Terms): Promise<OfferWorld> {
    const world = await makeWorld();
    const agent = await addAgent(world);
    await setShops(world.admin, { onlineShop: { enabled: true, showPrices: false } });
    const customerId = await addCustomer(world.admin, terms.company);
    const user = await addContact(world, customerId, 'USER');
    const mainUser = await addContact(world, customerId, 'MAIN_USER');
    const articles: string[] = [];
    for (const article of terms.articles) articles.push(await offerArticle(world.admin, article));
    return new OfferWorld(world, agent, user, mainUser, articles, terms);
  }

  /** A quote request; answers with its id. */
  async request(besides: object = {}): Promise<string> {
    for (const article of this.articles)
      await putIntoCart(this.user, 'online-shop', article, this.terms.quantity);
    return String((await submitCart(this.user, 'online-shop', besides)).body.id);
  }

  /** A quote request with an offer. */
  async offered(besides: object = {}): Promise<string> {
    const id = await this.request(besides);
    await makeOffer(this.agent, id, this.terms.netPriceCents, { message: 'Gern!' });
    return id;
  }

  async forStaff(id: string): Promise<Response['body']> {
    return (await this.agent.get(`/staff/orders/${id}`).expect(200)).body;
  }

  async forUser(id: string): Promise<Response['body']> {
    return (await this.user.get(`/portal/orders/${id}`).expect(200)).body;
  }

  /** Another offer in place of the current one. */
  async renew(
    id: string,
    netPriceCents: number,
    changes: object = {},
    staff = this.agent,
  ): Promise<Response> {
    const order = await this.forStaff(id);
    return staff.put(`/staff/orders/${id}/offer`).send({
      offerVersion: order.offer?.version ?? 1,
      validUntil: '2099-11-30',
      ...pricesFor(order, netPriceCents),
      ...changes,
    });
  }
}

/** Answers a version of an offer, whichever is shown. */
export function answer(contact: Api, id: string, decision: string, offerVersion = 1): ReturnType<Api['put']> {
  return contact.put(`/portal/orders/${id}/offer-decision`).send({ decision, offerVersion });
}

/** Two rates of tax, so that none can be taken for the other; two of each are offered at 10.00. */
export function makeTwoRates(): Promise<OfferWorld> {
  return OfferWorld.make({
    company: 'Wechsel GmbH',
    articles: [
      { name: 'Handbuch', vatRatePercent: 7, netPriceCents: 4_000 },
      { name: 'Monitor', vatRatePercent: 19, netPriceCents: 25_000 },
    ],
    quantity: 2,
    netPriceCents: 1_000,
  });
}

/** What that offer comes to. */
export const TWO_RATES_TOTALS = {
  currency: 'EUR',
  netCents: 4_000,
  vat: [
    { vatRatePercent: 19, netCents: 2_000, vatCents: 380 },
    { vatRatePercent: 7, netCents: 2_000, vatCents: 140 },
  ],
  grossCents: 4_520,
};

export const OFFERED_CENTS = 1_999;

/** Three of one article are offered at 19.99. */
export function makeOneOffer(): Promise<OfferWorld> {
  return OfferWorld.make({
    company: 'Anfrage GmbH',
    articles: [{ name: 'Monitor', netPriceCents: 25_000 }],
    quantity: 3,
    netPriceCents: OFFERED_CENTS,
  });
}

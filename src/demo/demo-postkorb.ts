import { Injectable } from '@nestjs/common';
import { InboxItemsReader, OutcomesService } from '../modules/inbox';
import { CancellationsService, OfferAnswersService, OrderDecisions, OrdersReader } from '../modules/ordering';
import type { Actor } from '../platform/context/actor';
import { as } from './acting';
import type { DemoOutcome } from './orders';

type DecidedByStaff = Exclude<DemoOutcome, { decision: 'CANCELLED' }>;
type DemoOffer = Extract<DemoOutcome, { decision: 'OFFER_MADE' }>;

const DAY_MS = 24 * 60 * 60 * 1000;
const OFFER_DAYS = 30;

/** Works off what came in, as staff do, and answers offers, as contacts do. */
@Injectable()
export class DemoPostkorb {
  constructor(
    private readonly items: InboxItemsReader,
    private readonly outcomes: OutcomesService,
    private readonly orders: OrdersReader,
    private readonly answers: OfferAnswersService,
    private readonly decisions: OrderDecisions,
    private readonly cancellations: CancellationsService,
  ) {}

  async decide(orderId: string, outcome: DemoOutcome, staff: Actor, contact: Actor): Promise<void> {
    if (outcome.decision === 'CANCELLED')
      return as(contact, () => this.cancellations.cancel(orderId, outcome.reason));
    await as(staff, () => this.carryOut(orderId, outcome));
    if (outcome.decision === 'OFFER_MADE') return this.follow(orderId, outcome, staff, contact);
    const { cancelled } = outcome;
    if (cancelled) await as(staff, () => this.cancellations.cancel(orderId, cancelled));
  }

  /** What became of the first offer. */
  private async follow(
    orderId: string,
    { answer: decision, note, withdrawn: reason }: DemoOffer,
    staff: Actor,
    contact: Actor,
  ): Promise<void> {
    const offerVersion = 1;
    if (decision) await as(contact, () => this.answers.answer(orderId, { decision, offerVersion, note }));
    if (reason) await as(staff, () => this.decisions.withdrawOffer(orderId, { offerVersion, reason }));
  }

  private async carryOut(orderId: string, outcome: DecidedByStaff): Promise<void> {
    const { number, lines } = await this.orders.forStaff(orderId);
    const [item] = (await this.items.page({ number })).items;
    if (!item) throw new Error(`${number} is not in the Postkorb.`);
    const { decision, message } = outcome;
    if (outcome.decision !== 'OFFER_MADE') return this.outcomes.decide(item.id, { decision, message });
    await this.outcomes.decide(item.id, {
      decision,
      message,
      validUntil: new Date(Date.now() + OFFER_DAYS * DAY_MS).toISOString().slice(0, 10),
      lines: lines.map(({ id, listPriceCents = outcome.unlistedPriceCents ?? 0 }) => ({
        lineId: id,
        netPriceCents: Math.round((listPriceCents * outcome.percent) / 100),
      })),
    });
  }
}

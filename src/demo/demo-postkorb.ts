import { Injectable } from '@nestjs/common';
import { InboxItemsReader, OutcomesService } from '../modules/inbox';
import { OfferAnswersService, OrdersReader } from '../modules/ordering';
import type { Actor } from '../platform/context/actor';
import { as } from './acting';
import type { DemoOutcome } from './orders';

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
  ) {}

  async decide(orderId: string, outcome: DemoOutcome, staff: Actor, contact: Actor): Promise<void> {
    await as(staff, () => this.carryOut(orderId, outcome));
    if (outcome.decision !== 'OFFER_MADE' || !outcome.answer) return;
    const { answer: decision } = outcome;
    await as(contact, () => this.answers.answer(orderId, { decision }));
  }

  private async carryOut(orderId: string, outcome: DemoOutcome): Promise<void> {
    const { number, lines } = await this.orders.forStaff(orderId);
    const [item] = (await this.items.page({ number })).items;
    if (!item) throw new Error(`${number} is not in the Postkorb.`);
    const { decision, message } = outcome;
    if (outcome.decision !== 'OFFER_MADE') return this.outcomes.decide(item.id, { decision, message });
    await this.outcomes.decide(item.id, {
      decision,
      message,
      validUntil: new Date(Date.now() + OFFER_DAYS * DAY_MS).toISOString().slice(0, 10),
      lines: lines.map(({ id, listPriceCents = 0 }) => ({
        lineId: id,
        netPriceCents: Math.round((listPriceCents * outcome.percent) / 100),
      })),
    });
  }
}

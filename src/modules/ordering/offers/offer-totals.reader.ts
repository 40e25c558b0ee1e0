import { Injectable } from '@nestjs/common';
import { presentTotals, type TotalsDto } from '../money/money.dto';
import { totalsOf } from '../money/totals';
import { ActorOrders } from '../orders/actor-orders';
import { offerIncomplete } from '../ordering.errors';
import { type OfferedPrice, offeredLines } from './offer-prices';

/** What an offer would come to, before anybody makes it. */
@Injectable()
export class OfferTotalsReader {
  constructor(private readonly orders: ActorOrders) {}

  /** @param prices one for every line of the request. @throws notFound, offerIncomplete */
  async of(orderId: string, prices: readonly OfferedPrice[]): Promise<TotalsDto> {
    const order = await this.orders.get(orderId);
    const priced = offeredLines(await this.orders.linesOf(order), prices);
    if (!priced) throw offerIncomplete({ pointer: '/lines' });
    return presentTotals(totalsOf(priced), order.currency);
  }
}

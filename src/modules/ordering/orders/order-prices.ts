import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../../platform/database';

/** The prices of an offer: the one thing of a line that is written after it was ordered. */
@Injectable()
export class OrderPrices {
  constructor(private readonly transactions: TransactionService) {}

  /** Writes the prices in one statement; joins the transaction of its caller. */
  async write(lines: readonly { readonly id: string; readonly netPriceCents: number }[]): Promise<void> {
    await this.transactions.query(
      `UPDATE order_lines t SET net_price_cents = p.cents
       FROM unnest($2::uuid[], $3::integer[]) AS p (id, cents)
       WHERE ${tenantCondition('t')} AND t.id = p.id`,
      [
        this.transactions.tenantId,
        lines.map(({ id }) => id),
        lines.map(({ netPriceCents }) => netPriceCents),
      ],
    );
  }
}

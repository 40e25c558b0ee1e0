import { Injectable } from '@nestjs/common';
import { tenantCondition, TransactionService } from '../../../platform/database';
import { notFound } from '../../../platform/errors';
import { SHOP_KINDS, type ShopKind } from '../shop';
import type { Override, ShopSwitches } from './shop-access.policy';

/** The tenant's switches of a shop and what a customer's settings say besides. */
export interface SwitchesOfShop {
  readonly tenant: ShopSwitches;
  readonly customer: ShopSwitches<Override>;
}

export interface ShopTerms {
  readonly url: string | null;
  readonly version: string | null;
}

export interface SwitchesOfCustomer {
  /** Of the customer's own settings; 0 where nobody has set any. */
  readonly version: number;
  readonly terms: ShopTerms;
  of(kind: ShopKind): SwitchesOfShop;
}

// One statement over both tables: so no answer mixes an old switch with a new override.
const COLUMNS = SHOP_KINDS.map((kind) => kind.toLowerCase()).flatMap((shop) => [
  `s.${shop}_enabled AS "tenant_${shop}_enabled"`,
  `s.${shop}_show_prices AS "tenant_${shop}_show_prices"`,
  `coalesce(c.${shop}_enabled, 'INHERIT') AS "customer_${shop}_enabled"`,
  `coalesce(c.${shop}_show_prices, 'INHERIT') AS "customer_${shop}_show_prices"`,
]);
const SQL = `SELECT ${COLUMNS.join(', ')}, coalesce(c.version, 0) AS version, s.terms_url, s.terms_version
  FROM tenant_settings s LEFT JOIN customer_shop_settings c ON c.tenant_id = s.tenant_id AND c.id = $2
  WHERE ${tenantCondition('s')}`;

/** Reads what is set about the shops for a customer, as of one moment. */
@Injectable()
export class ShopSwitchesReader {
  constructor(private readonly transactions: TransactionService) {}

  async of(customerId: string): Promise<SwitchesOfCustomer> {
    const { tenantId } = this.transactions;
    const [row] = await this.transactions.query<Record<string, unknown>>(SQL, [tenantId, customerId]);
    if (!row) throw notFound();
    const pair = <State>(owner: string, kind: ShopKind): ShopSwitches<State> => ({
      enabled: row[`${owner}_${kind.toLowerCase()}_enabled`] as State,
      showPrices: row[`${owner}_${kind.toLowerCase()}_show_prices`] as State,
    });
    return {
      version: row.version as number,
      terms: { url: row.terms_url as string | null, version: row.terms_version as string | null },
      of: (kind) => ({ tenant: pair<boolean>('tenant', kind), customer: pair<Override>('customer', kind) }),
    };
  }
}

import { oneOf } from '../../../platform/database';
import { equalities } from '../../../platform/http/paging/keyset-list';
import type { ShopKind } from '../shop';
import type { OrderKind, OrderStatus } from './order-status';

export interface OrderFilter {
  readonly customerId?: string;
  readonly contactId?: string;
  readonly kind?: OrderKind;
  readonly shop?: ShopKind;
  readonly status?: readonly OrderStatus[];
}

/** Conditions of a list. */
export function conditionsFor(filter: OrderFilter): { where: string[]; parameters: unknown[] } {
  const { status } = filter;
  const { where, parameters } = equalities({
    't.customer_id': filter.customerId,
    't.contact_id': filter.contactId,
    't.kind': filter.kind,
    't.shop': filter.shop,
  });
  if (status) where.push(oneOf('t.status', status));
  return { where, parameters };
}

export const ORDER_LIST_SORTS = {
  '-createdAt': { by: 't.created_at', type: 'timestamptz', direction: 'DESC' },
  createdAt: { by: 't.created_at', type: 'timestamptz', direction: 'ASC' },
} as const;

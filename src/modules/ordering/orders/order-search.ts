import type { SearchCall } from '../../../platform/http/paging/keyset-list';
import { wantedNumber } from './order-number';

/** Finds the newest 1,000 orders of all customers that match by number, reference or cost centre; for staff. */
export function orderSearch(search: string): SearchCall {
  const number = wantedNumber(search);
  return {
    function: 'search_orders',
    arguments: [search.trim(), number?.sequence, number?.numbers],
  };
}

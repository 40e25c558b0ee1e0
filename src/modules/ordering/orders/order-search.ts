import { type SearchCall, searchIn } from '../../../platform/http/paging/keyset-list';
import { wantedNumber } from './order-number';

/** Finds orders of all customers by number, reference or cost centre; conditions of the list leave what somebody may see. */
export function orderSearch(search: string | undefined): SearchCall | undefined {
  const number = wantedNumber(search ?? '');
  return searchIn('orders', search, number?.sequence, number?.numbers);
}

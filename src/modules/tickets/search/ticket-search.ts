import type { Actor } from '../../../platform/context/actor';
import { scopeOf } from '../../../platform/context/actor-scope.policy';
import { type SearchCall, searchIn } from '../../../platform/http/paging/keyset-list';
import { wantedNumber } from '../ticket-number';
import { readableBy } from '../ticket.policy';

/**
 * Full-text search over subject, description and comments, and over numbers. Finds the tickets that the actor may see, by
 * what the actor may read of them. The database takes the text apart, as it does with what is searched.
 */
export function ticketSearch(actor: Actor, search: string | undefined): SearchCall | undefined {
  const number = wantedNumber(search ?? '');
  const { customerId, contactId } = scopeOf(actor);
  const withInternal = readableBy(actor).includes('INTERNAL');
  return searchIn('tickets', search, number?.sequence, number?.number, withInternal, customerId, contactId);
}

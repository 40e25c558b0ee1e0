import type { Actor } from '../../../platform/context/actor';
import { scopeOf } from '../../../platform/context/actor-scope.policy';
import type { SearchCall } from '../../../platform/http/paging/keyset-list';
import { readableBy } from '../ticket.policy';
import { searchTerms } from './search-terms';

/**
 * German full-text search over subject, description and comments, and over numbers. Finds the newest 1,000 tickets that
 * match and that the actor may see; by what the actor may read of them.
 */
export function ticketSearch(actor: Actor, search: string): SearchCall {
  const { words, unfinished, number } = searchTerms(search);
  const { customerId, contactId } = scopeOf(actor);
  return {
    function: 'search_tickets',
    arguments: [
      words,
      unfinished?.before,
      unfinished?.beginning,
      number?.sequence,
      number?.number,
      readableBy(actor).includes('INTERNAL'),
      customerId,
      contactId,
    ],
  };
}

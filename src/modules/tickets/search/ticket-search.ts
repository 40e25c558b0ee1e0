import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/context/actor';
import { scopeOf } from '../../../platform/context/actor-scope.policy';
import { TransactionService } from '../../../platform/database/transaction.service';
import { readableBy } from '../ticket.policy';
import { searchTerms } from './search-terms';

/** German full-text search over subject, description and comments, and over numbers. */
@Injectable()
export class TicketSearch {
  constructor(private readonly transactions: TransactionService) {}

  /** Ids of the newest 1,000 tickets that match and that the actor may see; by what the actor may read of them. */
  async idsFor(actor: Actor, search: string): Promise<string[]> {
    const { words, unfinished, number } = searchTerms(search);
    const { customerId, contactId } = scopeOf(actor);
    const rows = await this.transactions.query<{ id: string }>(
      'SELECT search_tickets($1, $2, $3, $4, $5, $6, $7, $8) AS id',
      [
        words,
        unfinished?.before,
        unfinished?.beginning,
        number?.sequence,
        number?.number,
        readableBy(actor).includes('INTERNAL'),
        customerId,
        contactId,
      ],
    );
    return rows.map(({ id }) => id);
  }
}

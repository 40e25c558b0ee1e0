import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../../platform/context/actor-scope.policy';
import { currentActor } from '../../../platform/context/context';
import { KeysetList, type Page } from '../../../platform/http/paging/keyset-list';
import { ActorTickets } from '../actor-tickets';
import { readTogether } from '../merged-tickets';
import type { CommentSort, ListTicketCommentsQuery } from './ticket-comment.dto';
import { readableBy } from '../ticket.policy';
import type { TicketComment } from '../ticket-comment.entity';

type ListedComment = Pick<
  TicketComment,
  'id' | 'authorKind' | 'authorName' | 'visibility' | 'body' | 'createdAt'
>;

const SORTS = {
  createdAt: { by: 't.created_at', type: 'timestamptz', direction: 'ASC' },
  '-createdAt': { by: 't.created_at', type: 'timestamptz', direction: 'DESC' },
} as const;

/** The comments of a ticket, and of those merged into it, that somebody may read. */
@Injectable()
export class CommentList {
  constructor(
    private readonly tickets: ActorTickets,
    private readonly lists: KeysetList,
  ) {}

  /** @throws notFound */
  async page(ticketId: string, query: ListTicketCommentsQuery): Promise<Page<ListedComment>> {
    const ticket = await this.tickets.get(ticketId);
    const actor = currentActor();
    const { customerId = null, contactId = null } = scopeOf(actor);
    return this.lists.page<ListedComment, CommentSort>({
      select: `t.id, t.author_kind AS "authorKind", t.author_name AS "authorName", t.visibility, t.body,
        t.created_at AS "createdAt"`,
      from: 'ticket_comments t',
      where: [
        `t.ticket_id = ANY (${readTogether({ ticket: 1, tenant: 3, customer: 4, contact: 5 })})`,
        't.visibility = ANY($2)',
      ],
      parameters: [ticket.id, [...readableBy(actor)], actor.tenantId, customerId, contactId],
      sorts: SORTS,
      sort: query.sort ?? 'createdAt',
      query,
    });
  }
}

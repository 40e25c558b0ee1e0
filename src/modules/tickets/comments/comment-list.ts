import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import { KeysetList, type Page } from '../../../platform/http/paging/keyset-list';
import { ActorTickets } from '../actor-tickets';
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

/** The comments of a ticket that somebody may read. */
@Injectable()
export class CommentList {
  constructor(
    private readonly tickets: ActorTickets,
    private readonly lists: KeysetList,
  ) {}

  /** @throws notFound */
  async page(ticketId: string, query: ListTicketCommentsQuery): Promise<Page<ListedComment>> {
    const ticket = await this.tickets.get(ticketId);
    return this.lists.page<ListedComment, CommentSort>({
      select: `t.id, t.author_kind AS "authorKind", t.author_name AS "authorName", t.visibility, t.body,
        t.created_at AS "createdAt"`,
      from: 'ticket_comments t',
      where: ['t.ticket_id = $1', 't.visibility = ANY($2)'],
      parameters: [ticket.id, [...readableBy(currentActor())]],
      sorts: SORTS,
      sort: query.sort ?? 'createdAt',
      query,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { scopeOf } from '../../../platform/context/actor-scope.policy';
import { currentActor } from '../../../platform/context/context';
import { KeysetList, type Page } from '../../../platform/http/paging/keyset-list';
import type { UndeliveredMailDto } from '../../../mail/undelivered-mail.dto';
import { type UndeliveredMail, undeliveredOfComment } from '../../../mail/undelivered-mails';
import { UndeliveredToContacts } from '../../contacts';
import { ActorTickets } from '../actor-tickets';
import { readTogether } from '../merged-tickets';
import type { CommentSort, ListTicketCommentsQuery } from './ticket-comment.dto';
import { readableBy } from '../ticket.policy';
import type { TicketComment } from '../ticket-comment.entity';

interface ListedComment extends Pick<
  TicketComment,
  'id' | 'authorKind' | 'authorName' | 'visibility' | 'body' | 'createdAt'
> {
  /** Read for staff alone. */
  readonly mails?: readonly UndeliveredMail[] | null;
}

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
    private readonly mails: UndeliveredToContacts,
  ) {}

  /** As `page`, with the mails that have not left; names are asked for only where there are such. @throws notFound */
  async pageForStaff(
    ticketId: string,
    query: ListTicketCommentsQuery,
  ): Promise<Page<ListedComment & { readonly undelivered: UndeliveredMailDto[] }>> {
    const page = await this.page(ticketId, query);
    const mails = page.items.flatMap((comment) => comment.mails ?? []);
    const present = await this.mails.presenterOf(mails);
    const items = page.items.map((comment) => ({
      ...comment,
      undelivered: present(comment.mails ?? []),
    }));
    return { ...page, items };
  }

  /** @throws notFound */
  async page(ticketId: string, query: ListTicketCommentsQuery): Promise<Page<ListedComment>> {
    const ticket = await this.tickets.get(ticketId);
    const actor = currentActor();
    const { customerId = null, contactId = null } = scopeOf(actor);
    return this.lists.page<ListedComment, CommentSort>({
      select: `t.id, t.author_kind AS "authorKind", t.author_name AS "authorName", t.visibility, t.body,
        t.created_at AS "createdAt"
        ${actor.kind === 'STAFF' ? `, ${undeliveredOfComment('t.id', 3)} AS mails` : ''}`,
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

import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import {
  InjectTenantRepository,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { forbidden } from '../../../platform/errors';
import { DraftUploadsService } from '../attachments/draft-uploads.service';
import { ActorTickets } from '../actor-tickets';
import { ticketCommented } from '../events/ticket.events';
import { mayWrite, type Visibility } from '../ticket.policy';
import { statusAfterReply, takesReplies, type TicketStatus } from '../ticket-status';
import { TicketWorkflow } from '../ticket-workflow';
import { ticketClosed } from '../tickets.errors';
import { TicketComment } from '../ticket-comment.entity';

interface NewComment {
  readonly body: string;
  readonly visibility: Visibility;
  /** Own uploads that belong to it. */
  readonly uploadIds?: readonly string[];
  /** Where the ticket is to be with it; absent: where it leads by itself. */
  readonly status?: TicketStatus;
}

@Injectable()
export class CommentsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly tickets: ActorTickets,
    private readonly workflow: TicketWorkflow,
    private readonly events: EventPublisher,
    private readonly uploads: DraftUploadsService,
    @InjectTenantRepository(TicketComment) private readonly comments: TenantRepository<TicketComment>,
  ) {}

  /**
   * A public comment is a reply and may move the ticket, if only to where its author wants it.
   * @throws notFound, ticketClosed, transitionForbidden, ticketMerged, uploadUnknown, tooManyAttachments
   */
  add(ticketId: string, { body, visibility, uploadIds = [], status }: NewComment): Promise<TicketComment> {
    return this.transactions.run(async () => {
      const actor = currentActor();
      const ticket = await this.tickets.lock(ticketId);
      if (!mayWrite(actor, visibility)) throw forbidden();
      const now = new Date();
      const { status: before } = ticket;
      if (visibility === 'PUBLIC') {
        if (!takesReplies(ticket.status)) throw ticketClosed();
        await this.workflow.move(ticket, status ?? statusAfterReply(before, actor.kind), 'REPLY', now);
        ticket.showActivity(now);
        if (actor.kind === 'STAFF') ticket.answer(now);
      } else {
        if (status) await this.workflow.move(ticket, status, 'DECISION', now);
        ticket.noteActivity(now);
      }
      const comment = await this.comments.insert({
        ticketId,
        authorId: actor.id,
        authorKind: actor.kind,
        authorName: actor.name,
        visibility,
        body,
        createdAt: now,
      });
      await this.uploads.attach(ticketId, uploadIds, { at: now, commentId: comment.id, visibility });
      await this.tickets.save(ticket);
      const { subject } = ticket;
      const told = status === before ? undefined : status;
      await this.events.publish(ticketCommented, {
        ticketId,
        subject,
        commentId: comment.id,
        visibility,
        status: told,
      });
      return comment;
    });
  }
}

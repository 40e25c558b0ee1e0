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
import { statusAfterReply, takesReplies } from '../ticket-status';
import { TicketWorkflow } from '../ticket-workflow';
import { ticketClosed } from '../tickets.errors';
import { TicketComment } from '../ticket-comment.entity';

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
   * A public comment is a reply and may move the ticket.
   * @param uploadIds own uploads that belong to it
   * @throws notFound, ticketClosed, uploadUnknown, tooManyAttachments
   */
  add(
    ticketId: string,
    body: string,
    visibility: Visibility,
    uploadIds: readonly string[] = [],
  ): Promise<TicketComment> {
    return this.transactions.run(async () => {
      const actor = currentActor();
      const ticket = await this.tickets.lock(ticketId);
      if (!mayWrite(actor, visibility)) throw forbidden();
      const now = new Date();
      if (visibility === 'PUBLIC') {
        if (!takesReplies(ticket.status)) throw ticketClosed();
        await this.workflow.move(ticket, statusAfterReply(ticket.status, actor.kind), 'REPLY', now);
        ticket.showActivity(now);
        if (actor.kind === 'STAFF') ticket.answer(now);
      } else {
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
      await this.events.publish(ticketCommented, { ticketId, subject, commentId: comment.id, visibility });
      return comment;
    });
  }
}

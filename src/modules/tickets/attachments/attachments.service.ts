import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../../../platform/context/actor';
import { currentActor } from '../../../platform/context/context';
import { InjectTenantRepository, type TenantRepository } from '../../../platform/database/tenant.repository';
import { TransactionService } from '../../../platform/database/transaction.service';
import type { Download } from '../../../platform/http/files/download';
import { smallPicture } from '../../../platform/http/files/small-picture';
import type { Upload } from '../../../platform/http/files/spool';
import { forbidden, notFound } from '../../../platform/errors';
import { ActorTickets } from '../actor-tickets';
import { TicketComment } from '../ticket-comment.entity';
import { TicketHistory } from '../history/ticket-history';
import type { Ticket } from '../ticket.entity';
import { mayWrite, readableBy, type Visibility } from '../ticket.policy';
import { takesReplies } from '../ticket-status';
import { attachmentEmpty, commentUnknown, ticketClosed, tooManyAttachments } from '../tickets.errors';
import { AttachmentBytes } from './attachment-bytes';
import { contentTypeOf } from '../../../platform/http/files/content-type';
import { displayName } from '../../../platform/http/files/file-name';
import { MAX_ATTACHMENTS } from './upload-limits';
import { TicketAttachment } from './ticket-attachment.entity';

/** Of the longer side: twice as many as the page shows, for screens with small ones. */
const PREVIEW_PIXELS = 640;

export interface NewAttachment {
  readonly visibility: Visibility;
  /** An own comment of the ticket, of the same visibility. */
  readonly commentId?: string;
}

@Injectable()
export class AttachmentsService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly tickets: ActorTickets,
    private readonly bytes: AttachmentBytes,
    private readonly history: TicketHistory,
    @InjectTenantRepository(TicketComment) private readonly comments: TenantRepository<TicketComment>,
    @InjectTenantRepository(TicketAttachment)
    private readonly attachments: TenantRepository<TicketAttachment>,
  ) {}

  /** @throws attachmentEmpty, notFound, ticketClosed, tooManyAttachments, commentUnknown, contactStorageFull, tenantStorageFull */
  async add(ticketId: string, file: Upload, wanted: NewAttachment): Promise<TicketAttachment> {
    if (file.size === 0) throw attachmentEmpty({ pointer: '/file' });
    const contentType = await contentTypeOf(file.path);
    return this.transactions.run(async () => {
      const actor = currentActor();
      const ticket = await this.tickets.lock(ticketId);
      await this.assertAllowed(actor, ticket, wanted);
      const now = new Date();
      const attachment = await this.attachments.insert({
        ticketId,
        commentId: wanted.commentId ?? null,
        fileName: displayName(file.fileName),
        contentType,
        size: file.size,
        sha256: file.sha256,
        visibility: wanted.visibility,
        uploadedById: actor.id,
        uploadedByKind: actor.kind,
        uploadedByName: actor.name,
        createdAt: now,
      });
      await this.bytes.write(attachment.id, file);
      if (wanted.visibility === 'PUBLIC') ticket.showActivity(now);
      else ticket.noteActivity(now);
      await this.tickets.save(ticket);
      await this.history.record(ticketId, 'ATTACHMENT_ADDED', {
        at: now,
        to: attachment.fileName,
        visibility: wanted.visibility,
      });
      return attachment;
    });
  }

  /** Those of a ticket that the acting person may read, oldest first. The ticket has been checked. */
  of(ticketId: string): Promise<TicketAttachment[]> {
    return this.attachments.find(
      { ticketId, visibility: In([...readableBy(currentActor())]) },
      { order: { id: 'ASC' } },
    );
  }

  /** @throws notFound */
  async open(ticketId: string, id: string): Promise<Download> {
    const { tenantId } = currentActor();
    const { fileName, contentType, size } = await this.transactions.run(() => this.get(ticketId, id));
    return { fileName, contentType, size, bytes: this.bytes.read(tenantId, id, size) };
  }

  /** Small enough to be shown on the page. @throws notFound, also where it is no picture */
  async preview(ticketId: string, id: string): Promise<Download> {
    return smallPicture(await this.open(ticketId, id), PREVIEW_PIXELS);
  }

  private async get(ticketId: string, id: string): Promise<TicketAttachment> {
    const ticket = await this.tickets.get(ticketId);
    const visibility = In([...readableBy(currentActor())]);
    const attachment = await this.attachments.findOne({ id, ticketId: ticket.id, visibility });
    if (!attachment) throw notFound();
    return attachment;
  }

  private async assertAllowed(
    actor: Actor,
    ticket: Ticket,
    { visibility, commentId }: NewAttachment,
  ): Promise<void> {
    if (!mayWrite(actor, visibility)) throw forbidden();
    if (visibility === 'PUBLIC' && !takesReplies(ticket.status)) throw ticketClosed();
    // Counted for each side: what is internal must not show in a contact's limit either.
    const already = await this.attachments.find({ ticketId: ticket.id, visibility });
    if (already.length >= MAX_ATTACHMENTS) throw tooManyAttachments({ values: { max: MAX_ATTACHMENTS } });
    if (commentId === undefined) return;
    const own = { id: commentId, ticketId: ticket.id, authorId: actor.id, visibility };
    if (!(await this.comments.exists(own))) throw commentUnknown({ pointer: '/commentId' });
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/context/actor';
import { scopeOf } from '../../../platform/context/actor-scope.policy';
import { currentActor } from '../../../platform/context/context';
import {
  InjectTenantRepository,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import type { Download } from '../../../files/download';
import { smallPicture } from '../../../files/small-picture';
import type { Upload } from '../../../files/spool';
import { forbidden, notFound } from '../../../platform/errors';
import { ActorTickets } from '../actor-tickets';
import { readTogether } from '../merged-tickets';
import { TicketComment } from '../ticket-comment.entity';
import { TicketHistory } from '../history/ticket-history';
import type { Ticket } from '../ticket.entity';
import { mayWrite, readableBy, type Visibility } from '../ticket.policy';
import { takesReplies } from '../ticket-status';
import { attachmentEmpty, commentUnknown, ticketClosed, tooManyAttachments } from '../tickets.errors';
import { AttachmentBytes } from './attachment-bytes';
import { contentTypeOf } from '../../../files/content-type';
import { displayName } from '../../../files/file-name';
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

  /** Those of a ticket, and of those merged into it, that the acting person may read, oldest first. The ticket has been checked. */
  async of(ticketId: string): Promise<TicketAttachment[]> {
    const attachments = await this.readable(ticketId);
    return attachments.sort((one, other) => (one.id < other.id ? -1 : 1));
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
    const [attachment] = await this.readable(ticket.id, id);
    if (!attachment) throw notFound();
    return attachment;
  }

  private readable(ticketId: string, id: string | null = null): Promise<TicketAttachment[]> {
    const actor = currentActor();
    const { customerId = null, contactId = null } = scopeOf(actor);
    const tickets = readTogether({ ticket: 2, tenant: 1, customer: 4, contact: 5 });
    return this.attachments.findBy(
      `t.ticket_id = ANY (${tickets}) AND t.visibility = ANY($3) AND ($6::uuid IS NULL OR t.id = $6)`,
      [ticketId, [...readableBy(actor)], customerId, contactId, id],
    );
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

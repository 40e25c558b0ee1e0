import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { TenantOwned } from '../../../platform/database';
import { TicketComment } from '../ticket-comment.entity';
import { Ticket } from '../ticket.entity';
import type { Visibility } from '../ticket.policy';

/** What is known of an uploaded file; its bytes are in ticket_attachment_chunks. */
@Entity('ticket_attachments')
@Check('ticket_attachments_size', `size >= 0`)
@Check('ticket_attachments_visibility', `visibility IN ('PUBLIC', 'INTERNAL')`)
@Check('ticket_attachments_uploaded_by_kind', `uploaded_by_kind IN ('STAFF', 'CONTACT')`)
@Index('ticket_attachments_of_contact', ['tenantId', 'uploadedById'], {
  where: `uploaded_by_kind = 'CONTACT'`,
})
@Index('ticket_attachments_of_ticket', ['tenantId', 'ticketId', 'id'])
@Index('ticket_attachments_of_comment', ['tenantId', 'commentId'], { where: 'comment_id IS NOT NULL' })
@Index('ticket_attachments_drafts', ['tenantId', 'createdAt'], { where: 'ticket_id IS NULL' })
@ForeignKey(() => Ticket, ['tenantId', 'ticketId'], ['tenantId', 'id'], {
  name: 'ticket_attachments_ticket',
  onDelete: 'CASCADE',
})
@ForeignKey(() => TicketComment, ['tenantId', 'commentId'], ['tenantId', 'id'], {
  name: 'ticket_attachments_comment',
  onDelete: 'CASCADE',
})
export class TicketAttachment extends TenantOwned {
  /** Null: uploaded for a ticket or a comment that is still being written. */
  @Column('uuid', { name: 'ticket_id', nullable: true })
  ticketId: string | null;

  @Column('uuid', { name: 'comment_id', nullable: true })
  commentId: string | null;

  /** For display and download only; see `displayName`. */
  @Column('text', { name: 'file_name' })
  fileName: string;

  /** By what is in it, not by what the uploader said. */
  @Column('text', { name: 'content_type' })
  contentType: string;

  @Column('integer')
  size: number;

  /** Hexadecimal. */
  @Column('text')
  sha256: string;

  @Column('text')
  visibility: Visibility;

  @Column('uuid', { name: 'uploaded_by_id' })
  uploadedById: string;

  @Column('text', { name: 'uploaded_by_kind' })
  uploadedByKind: 'STAFF' | 'CONTACT';

  @Column('text', { name: 'uploaded_by_name' })
  uploadedByName: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

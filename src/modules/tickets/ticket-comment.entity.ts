import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { TenantOwned } from '../../platform/database';
import { Ticket } from './ticket.entity';
import type { Visibility } from './ticket.policy';

/** Never changed once it is written. */
@Entity('ticket_comments')
@Check('ticket_comments_author_kind', `author_kind IN ('STAFF', 'CONTACT')`)
@Check('ticket_comments_visibility', `visibility IN ('PUBLIC', 'INTERNAL')`)
@Index('ticket_comments_of_contact', ['tenantId', 'authorId'], { where: `author_kind = 'CONTACT'` })
@Index('ticket_comments_of_ticket', ['tenantId', 'ticketId', 'createdAt', 'id'])
@ForeignKey(() => Ticket, ['tenantId', 'ticketId'], ['tenantId', 'id'], {
  name: 'ticket_comments_ticket',
  onDelete: 'CASCADE',
})
export class TicketComment extends TenantOwned {
  @Column('uuid', { name: 'ticket_id' })
  ticketId: string;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  @Column('text', { name: 'author_kind' })
  authorKind: 'STAFF' | 'CONTACT';

  /** As it was when the comment was written. */
  @Column('text', { name: 'author_name' })
  authorName: string;

  @Column('text')
  visibility: Visibility;

  @Column('text')
  body: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

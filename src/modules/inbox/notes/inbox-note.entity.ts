import { Check, Column, Entity, ForeignKey, Index } from 'typeorm';
import { TenantOwned } from '../../../platform/database';
import { InboxItem } from '../inbox-item.entity';

/** `NOTE`: by somebody of the staff; everything else is written by the program. */
export const INBOX_NOTE_EVENTS = [
  'NOTE',
  'OFFER_RENEWED',
  'OFFER_WITHDRAWN',
  'OFFER_ACCEPTED',
  'OFFER_DECLINED',
  'CANCELLED_BY_CUSTOMER',
  'CANCELLED_BY_STAFF',
  'REGISTRATION_REPEATED',
] as const;
export type InboxNoteEvent = (typeof INBOX_NOTE_EVENTS)[number];

/** For staff alone; never changed once it is written. */
@Entity('inbox_notes')
@Check('inbox_notes_author', `(event = 'NOTE') = (author_id IS NOT NULL)`)
@Index('inbox_notes_of_item', ['tenantId', 'itemId', 'createdAt', 'id'])
@ForeignKey(() => InboxItem, ['tenantId', 'itemId'], ['tenantId', 'id'], {
  name: 'inbox_notes_item',
  onDelete: 'CASCADE',
})
export class InboxNote extends TenantOwned {
  @Column('uuid', { name: 'item_id' })
  itemId: string;

  @Column('text')
  event: InboxNoteEvent;

  /** Null: the program. */
  @Column('uuid', { name: 'author_id', nullable: true })
  authorId: string | null;

  /** As it was when the note was written. */
  @Column('text', { name: 'author_name', nullable: true })
  authorName: string | null;

  @Column('text', { nullable: true })
  body: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}

import { Column, Entity, Index } from 'typeorm';
import { Versioned } from '../../../platform/database';

/** Textbaustein: a text that staff send often, with placeholders for what differs. */
@Entity('canned_replies')
@Index('canned_replies_name', ['tenantId', 'nameKey'], { unique: true })
export class CannedReply extends Versioned {
  @Column('text')
  name: string;

  @Column('text', { name: 'name_key', select: false })
  nameKey?: string;

  /** With placeholders as they were entered. */
  @Column('text')
  body: string;
}

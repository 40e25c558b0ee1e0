import { Check, Column, Entity, Index } from 'typeorm';
import { Versioned } from '../../../platform/database';

/** Kategorie: what a ticket is about, as the tenant sorts its work. */
@Entity('ticket_categories')
@Check('ticket_categories_position', 'position BETWEEN 0 AND 9999')
@Index('ticket_categories_name_de', ['tenantId', 'nameDeKey'], { unique: true })
@Index('ticket_categories_name_en', ['tenantId', 'nameEnKey'], { unique: true })
export class TicketCategory extends Versioned {
  @Column('text', { name: 'name_de' })
  nameDe: string;

  @Column('text', { name: 'name_en' })
  nameEn: string;

  @Column('text', { name: 'name_de_key', select: false })
  nameDeKey?: string;

  @Column('text', { name: 'name_en_key', select: false })
  nameEnKey?: string;

  /** Where it stands in lists; those with the same follow their names. */
  @Column('integer')
  position: number;

  /** Whether tickets may get it; those that have it keep it. */
  @Column('boolean')
  active: boolean;

  /** Whether customers choose it and see it on their tickets. */
  @Column('boolean', { name: 'shown_to_customers' })
  shownToCustomers: boolean;
}

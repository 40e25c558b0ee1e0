import { Column, CreateDateColumn, Entity, Index, Unique } from 'typeorm';
import { Versioned } from '../../../platform/database';

/** Kunde: a client company of the tenant. */
@Entity('customers')
@Unique('customers_number', ['tenantId', 'number'])
@Index('customers_number_key', ['tenantId', 'numberKey'], { unique: true })
@Index('customers_name', ['tenantId', 'sortName', 'id'])
@Index('customers_newest', ['tenantId', 'createdAt', 'id'])
@Index('customers_archived', ['tenantId', 'sortName', 'id'], { where: 'archived_at IS NOT NULL' })
export class Customer extends Versioned {
  @Column('text')
  number: string;

  /** The number as it is compared: unique within the tenant; written wherever the number is. */
  @Column('text', { name: 'number_key', select: false })
  numberKey?: string;

  @Column('text')
  name: string;

  /** The name as it is sorted; kept by the database. */
  @Column({ type: 'text', name: 'sort_name', select: false, insert: false, update: false })
  sortName?: string;

  @Column('text', { nullable: true })
  street: string | null;

  @Column('text', { name: 'postal_code', nullable: true })
  postalCode: string | null;

  @Column('text', { nullable: true })
  city: string | null;

  /** ISO 3166-1, two letters. */
  @Column('text', { default: 'DE' })
  country: string;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { nullable: true })
  website: string | null;

  /** Never shown to the customer. */
  @Column('text', { nullable: true })
  notes: string | null;

  /** Since when the company is no customer any more: nobody of it has access, and lists leave it out. */
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}

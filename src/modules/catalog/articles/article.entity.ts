import { Check, Column, CreateDateColumn, Entity, Index, Unique, UpdateDateColumn } from 'typeorm';
import { Versioned } from '../../../platform/database';

const OFFERED = 'active AND online_shop';

/** Artikel: what the tenant sells. Never deleted: orders and printer models point to it. */
@Entity('articles')
@Unique('articles_number', ['tenantId', 'number'])
@Index('articles_number_key', ['tenantId', 'numberKey'], { unique: true })
@Check('articles_net_price', `net_price_cents BETWEEN 0 AND 100000000`)
@Check('articles_vat_rate', `vat_rate_permille BETWEEN 0 AND 1000`)
@Index('articles_name', ['tenantId', 'sortName', 'id'])
@Index('articles_recent', ['tenantId', 'updatedAt', 'id'])
@Index('articles_of_category', ['tenantId', 'category', 'sortName', 'id'])
@Index('articles_offered', ['tenantId', 'sortName', 'id'], { where: OFFERED })
@Index('articles_offered_number', ['tenantId', 'number', 'id'], { where: OFFERED })
@Index('articles_offered_of_category', ['tenantId', 'category', 'sortName', 'id'], { where: OFFERED })
@Index('articles_cheapest', { synchronize: false })
@Index('articles_dearest', { synchronize: false })
export class Article extends Versioned {
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
  description: string | null;

  @Column('text', { nullable: true })
  manufacturer: string | null;

  @Column('text', { name: 'manufacturer_number', nullable: true })
  manufacturerNumber: string | null;

  /** Digits only, check digit included. */
  @Column('text', { nullable: true })
  ean: string | null;

  @Column('text', { default: 'Stück' })
  unit: string;

  /** List price for one unit. Null: none; then it is asked for. */
  @Column('integer', { name: 'net_price_cents', nullable: true })
  netPriceCents: number | null;

  /** Per mille: 190 are 19 %. */
  @Column('integer', { name: 'vat_rate_permille', default: 190 })
  vatRatePermille: number;

  @Column('text', { nullable: true })
  category: string | null;

  /** Whether the online shop shows it. The printer shop needs no flag. */
  @Column('boolean', { name: 'online_shop', default: false })
  onlineShop: boolean;

  /** Inactive ones are in no shop. */
  @Column('boolean', { default: true })
  active: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}

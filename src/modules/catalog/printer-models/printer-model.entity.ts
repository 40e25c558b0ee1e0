import { Column, CreateDateColumn, Entity, Index, UpdateDateColumn } from 'typeorm';
import { Versioned } from '../../../platform/database';

/** Druckermodell: what a device can be, and what accessories fit. */
@Entity('printer_models')
@Index('printer_models_name', { synchronize: false })
@Index('printer_models_key', ['tenantId', 'manufacturerKey', 'nameKey'], { unique: true })
@Index('printer_models_sorted', ['tenantId', 'sortName', 'id'])
export class PrinterModel extends Versioned {
  @Column('text')
  manufacturer: string;

  /** Unique together with the manufacturer, as both are compared. */
  @Column('text')
  name: string;

  @Column('text', { name: 'manufacturer_key', select: false })
  manufacturerKey?: string;

  @Column('text', { name: 'name_key', select: false })
  nameKey?: string;

  /** Manufacturer and name as they are sorted; kept by the database. */
  @Column({ type: 'text', name: 'sort_name', select: false, insert: false, update: false })
  sortName?: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}

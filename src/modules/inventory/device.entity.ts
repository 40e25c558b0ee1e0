import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, UpdateDateColumn } from 'typeorm';
import { Versioned } from '../../platform/database';

export const DEVICE_STATUSES = ['IN_USE', 'IN_STOCK', 'RETIRED'] as const;
export type DeviceStatus = (typeof DEVICE_STATUSES)[number];

/** Gerät of a customer; a printer is one with a printer model. Never deleted: it is retired. */
@Entity('devices')
@Check('devices_status', `status IN ('IN_USE', 'IN_STOCK', 'RETIRED')`)
@Index('devices_asset_tag', { synchronize: false })
@Index('devices_asset_tag_key', ['tenantId', 'assetTagKey'], {
  unique: true,
  where: 'asset_tag_key IS NOT NULL',
})
@Index('devices_name', ['tenantId', 'sortName', 'id'])
@Index('devices_of_customer', ['tenantId', 'customerId', 'sortName', 'id'])
@Index('devices_printers', ['tenantId', 'customerId', 'sortName', 'id'], {
  where: `printer_model_id IS NOT NULL AND status <> 'RETIRED'`,
})
@Index('devices_of_printer_model', ['tenantId', 'printerModelId', 'sortName', 'id'], {
  where: 'printer_model_id IS NOT NULL',
})
@ForeignKey('Customer', ['tenantId', 'customerId'], ['tenantId', 'id'], { name: 'devices_customer' })
@ForeignKey('PrinterModel', ['tenantId', 'printerModelId'], ['tenantId', 'id'], {
  name: 'devices_printer_model',
})
export class Device extends Versioned {
  @Column({ type: 'uuid', name: 'customer_id', update: false })
  customerId: string;

  @Column('text')
  name: string;

  /** The name as it is sorted; kept by the database. */
  @Column({ type: 'text', name: 'sort_name', select: false, insert: false, update: false })
  sortName?: string;

  /** Free text, e.g. "Notebook". */
  @Column('text', { nullable: true })
  type: string | null;

  @Column('uuid', { name: 'printer_model_id', nullable: true })
  printerModelId: string | null;

  @Column('text', { name: 'serial_number', nullable: true })
  serialNumber: string | null;

  /** Unique within the tenant where given, as it is compared. */
  @Column('text', { name: 'asset_tag', nullable: true })
  assetTag: string | null;

  // By these files find a device; they are written wherever the fields are.
  @Column('text', { name: 'asset_tag_key', nullable: true, select: false })
  assetTagKey?: string | null;

  @Column('text', { name: 'serial_number_key', nullable: true, select: false })
  serialNumberKey?: string | null;

  @Column('text', { name: 'name_key', select: false })
  nameKey?: string;

  @Column('text', { nullable: true })
  location: string | null;

  @Column('text', { nullable: true })
  room: string | null;

  /** Who works with it; a name, no account. */
  @Column('text', { name: 'user_name', nullable: true })
  userName: string | null;

  @Column('text', { default: 'IN_USE' })
  status: DeviceStatus;

  /** Never shown to the customer. */
  @Column('text', { nullable: true })
  notes: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}

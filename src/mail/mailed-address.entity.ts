import { Column, CreateDateColumn, Entity, Unique, UpdateDateColumn } from 'typeorm';
import { TenantOwned } from '../platform/database';
import type { MailRecord } from './anonymous-mail.policy';

/** The mails that unauthenticated requests have caused to an address lately; deleted after some days. */
@Entity('mailed_addresses')
@Unique('mailed_addresses_address', ['tenantId', 'addressHash'])
export class MailedAddress extends TenantOwned {
  /** A keyed hash, so that the row holds no address. */
  @Column('text', { name: 'address_hash' })
  addressHash: string;

  /** The newest mails, the oldest of them first. */
  @Column('jsonb', { default: [] })
  mails: readonly MailRecord[];

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}

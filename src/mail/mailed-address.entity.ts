import { Column, CreateDateColumn, Entity, Unique, UpdateDateColumn } from 'typeorm';
import { TenantOwned } from '../platform/database';
import type { RememberedMail } from './anonymous-mail.policy';

/** What an address got lately because somebody typed it who had not logged in; forgotten after some days. */
@Entity('mailed_addresses')
@Unique('mailed_addresses_address', ['tenantId', 'addressHash'])
export class MailedAddress extends TenantOwned {
  /** Keyed, so that the row names nobody. */
  @Column('text', { name: 'address_hash' })
  addressHash: string;

  /** The newest mails, the oldest of them first. */
  @Column('jsonb', { default: [] })
  mails: readonly RememberedMail[];

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date;
}

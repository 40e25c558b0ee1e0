import { Column, CreateDateColumn, Entity, Unique } from 'typeorm';
import { TenantOwned } from '../../../platform/database/tenant-owned.entity';

/** When an address last got a mail because somebody registered it; forgotten after some days. */
@Entity('registration_addresses')
@Unique('registration_addresses_address', ['tenantId', 'addressHash'])
export class RegistrationAddress extends TenantOwned {
  /** Keyed, so that the row names nobody. */
  @Column('text', { name: 'address_hash' })
  addressHash: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** The newest mail to the address; an older one that still waits is not sent any more. */
  @Column('uuid', { name: 'mail_id', nullable: true })
  mailId: string | null;

  /** When it was queued, then when sending it was last tried. */
  @Column('timestamptz', { name: 'mailed_at', nullable: true })
  mailedAt: Date | null;
}

import { Column, CreateDateColumn, Entity, ForeignKey, Index } from 'typeorm';
import { TenantOwned } from '../../platform/database';
import { Account } from './account.entity';

/** One login; every access token names it, and it is looked up on every request. */
@Entity('sessions')
@Index('sessions_open', ['tenantId', 'accountId'], { where: 'ended_at IS NULL' })
@ForeignKey(() => Account, ['tenantId', 'accountId'], ['tenantId', 'id'], { name: 'sessions_account' })
export class Session extends TenantOwned {
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz', { name: 'renewed_at', default: () => 'now()' })
  renewedAt: Date;

  /** From where and with what it was last renewed; see `SessionClient`. */
  @Column('text', { nullable: true })
  address: string | null;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent: string | null;

  /** Of a browser's session: what its cookie proves. Null: a session with refresh tokens. */
  @Column('text', { name: 'secret_hash', nullable: true })
  secretHash: string | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}

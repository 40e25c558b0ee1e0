import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index } from 'typeorm';
import { TenantOwned } from '../../platform/database';
import { Account } from './account.entity';

export type TokenPurpose = 'FIRST_PASSWORD' | 'PASSWORD_RESET';

/** Behind the link in a mail: sets a password once. */
@Entity('one_time_tokens')
@Check('one_time_tokens_purpose', `purpose IN ('FIRST_PASSWORD', 'PASSWORD_RESET')`)
@Index('one_time_tokens_of', ['tenantId', 'accountId', 'createdAt'])
@ForeignKey(() => Account, ['tenantId', 'accountId'], ['tenantId', 'id'], { name: 'one_time_tokens_account' })
export class OneTimeToken extends TenantOwned {
  @Column('uuid', { name: 'account_id' })
  accountId: string;

  @Column('text')
  purpose: TokenPurpose;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  /** Also set when the token is voided. */
  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;

  /** Whether it was the link itself that used it up. */
  @Column('boolean', { default: false })
  redeemed: boolean;
}

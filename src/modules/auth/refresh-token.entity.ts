import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { TenantOwned } from '../../platform/database';
import { Session } from './session.entity';

/** Good for one renewal of a session; the tokens of a session are a family. */
@Entity('refresh_tokens')
@Index('refresh_tokens_family', ['tenantId', 'sessionId'])
@ForeignKey(() => Session, ['tenantId', 'sessionId'], ['tenantId', 'id'], {
  name: 'refresh_tokens_session',
  onDelete: 'CASCADE',
})
export class RefreshToken extends TenantOwned {
  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @Column('text', { name: 'token_hash' })
  tokenHash: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;

  /** What it was exchanged for. */
  @Column('uuid', { name: 'successor_id', nullable: true })
  successorId: string | null;
}

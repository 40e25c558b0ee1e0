import { Column, CreateDateColumn, Entity, Index, Unique } from 'typeorm';
import { TenantOwned } from '../../database';

/** The first answer to a request that must not take effect twice. */
@Entity('idempotency_keys')
@Unique('idempotency_keys_key', ['tenantId', 'principalId', 'key'])
@Index('idempotency_keys_age', ['createdAt'])
export class IdempotencyKey extends TenantOwned {
  @Column('uuid', { name: 'principal_id' })
  principalId: string;

  @Column('text')
  key: string;

  /** SHA-256 of method, path and body, base64url. */
  @Column('text')
  fingerprint: string;

  /** The answer's body as JSON text, byte by byte. */
  @Column('text')
  answer: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}

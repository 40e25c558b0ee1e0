import { Column, CreateDateColumn, Entity, Index } from 'typeorm';
import { TenantOwned } from '../database';

/** Who changed what, and when: never altered, never deleted. */
@Entity('audit_entries')
@Index('audit_entries_newest', ['tenantId', 'occurredAt', 'id'])
@Index('audit_entries_object', ['tenantId', 'objectId', 'occurredAt'])
@Index('audit_entries_object_type', ['tenantId', 'objectType', 'occurredAt', 'id'])
@Index('audit_entries_action', ['tenantId', 'action', 'occurredAt', 'id'])
@Index('audit_entries_actor', ['tenantId', 'actorId', 'occurredAt', 'id'])
export class AuditEntry extends TenantOwned {
  @CreateDateColumn({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt: Date;

  /** Absent where the operator or the program itself acted. */
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null;

  @Column('text', { name: 'actor_name', nullable: true })
  actorName: string | null;

  /** What was done, e.g. `portal-access.activated`. */
  @Column('text')
  action: string;

  @Column('text', { name: 'object_type' })
  objectType: string;

  @Column('uuid', { name: 'object_id' })
  objectId: string;

  /** New values by field; never a secret. */
  @Column('jsonb')
  changes: Record<string, unknown>;

  /** What these fields were before; null where unknown. Never a secret. */
  @Column('jsonb', { nullable: true })
  before: Record<string, unknown> | null;

  /** The reason, in the actor's own words. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { name: 'correlation_id', nullable: true })
  correlationId: string | null;
}

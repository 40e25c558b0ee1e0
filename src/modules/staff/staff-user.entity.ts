import { Check, Column, CreateDateColumn, Entity, ForeignKey } from 'typeorm';
import type { Language } from '../../platform/context/context';
import { Versioned } from '../../platform/database';

/** Mitarbeiter: works for the tenant. Role and state are those of the account with the same id. */
@Entity('staff_users')
@Check('staff_users_language', `language IN ('de', 'en')`)
@ForeignKey('Account', ['tenantId', 'id'], ['tenantId', 'id'], { name: 'staff_users_account' })
export class StaffUser extends Versioned {
  @Column('text')
  name: string;

  @Column('text')
  email: string;

  /** Null: the tenant's. */
  @Column('text', { nullable: true })
  language: Language | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}

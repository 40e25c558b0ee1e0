import { Check, Column, Entity, Index } from 'typeorm';
import type { Language } from '../../platform/context/context';
import type { PortalRole, StaffRole } from '../../platform/context/actor';
import { TenantOwned } from '../../platform/database';

export type AccountKind = 'STAFF' | 'CONTACT';
export type AccountState = 'INVITED' | 'ACTIVE' | 'DEACTIVATED';

/** The login of a staff user or contact, under the id of that person. */
@Entity('accounts')
@Check('accounts_kind', `kind IN ('STAFF', 'CONTACT')`)
@Check('accounts_email_key', `email_key = lower(email_key COLLATE "C")`)
@Check('accounts_state', `state IN ('INVITED', 'ACTIVE', 'DEACTIVATED')`)
@Check(
  'accounts_role',
  `CASE kind WHEN 'STAFF' THEN role IN ('ADMIN', 'AGENT') AND customer_id IS NULL ELSE role IN ('MAIN_USER', 'USER') AND customer_id IS NOT NULL END`,
)
@Index('accounts_email', ['tenantId', 'emailKey'], { unique: true, where: 'email_key IS NOT NULL' })
@Index('accounts_customer', ['tenantId', 'customerId'])
export class Account extends TenantOwned {
  @Column('text')
  kind: AccountKind;

  @Column('text')
  role: StaffRole | PortalRole;

  /** The company of a contact. */
  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  /** The login name. */
  @Column('text')
  email: string;

  /** The login name as it is compared: unique within the tenant; written wherever the address is. */
  @Column({ type: 'text', name: 'email_key', nullable: true, select: false })
  emailKey?: string | null;

  @Column('text')
  name: string;

  /** The person's company: a password made of it is weak. */
  @Column('text', { nullable: true })
  company: string | null;

  /** Null: the tenant's. */
  @Column('text', { nullable: true })
  language: Language | null;

  @Column('text')
  state: AccountState;

  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  /** After an initial password: nothing works until it has been changed. */
  @Column('boolean', { name: 'password_change_required', default: false })
  passwordChangeRequired: boolean;

  @Column('timestamptz', { name: 'initial_password_expires_at', nullable: true })
  initialPasswordExpiresAt: Date | null;

  @Column('timestamptz', { name: 'invited_at' })
  invitedAt: Date;

  @Column('timestamptz', { name: 'activated_at', nullable: true })
  activatedAt: Date | null;

  @Column('timestamptz', { name: 'deactivated_at', nullable: true })
  deactivatedAt: Date | null;

  @Column('timestamptz', { name: 'last_login_at', nullable: true })
  lastLoginAt: Date | null;

  /** Since when the access rests, whatever its state is, because that of the whole company does. */
  @Column('timestamptz', { name: 'suspended_at', nullable: true })
  suspendedAt: Date | null;

  /** Whether the access is in use, so that the holder may be notified. */
  get isActive(): boolean {
    return this.state === 'ACTIVE' && this.suspendedAt === null;
  }

  /** Whether a password may be set with a link. */
  get takesPassword(): boolean {
    return this.state !== 'DEACTIVATED' && this.suspendedAt === null;
  }

  /** None to invited, or deactivated to invited: whatever password there was is dead. */
  invite(): void {
    this.state = 'INVITED';
    this.passwordHash = null;
    this.passwordChangeRequired = false;
    this.initialPasswordExpiresAt = null;
    this.invitedAt = new Date();
    this.activatedAt = null;
    this.deactivatedAt = null;
  }

  useInitialPassword(hash: string, expiresAt: Date): void {
    this.passwordHash = hash;
    this.passwordChangeRequired = true;
    this.initialPasswordExpiresAt = expiresAt;
  }

  /** The first password activates an invited account. */
  choosePassword(hash: string): void {
    this.passwordHash = hash;
    this.passwordChangeRequired = false;
    this.initialPasswordExpiresAt = null;
    this.activatedAt ??= new Date();
    this.state = 'ACTIVE';
  }

  deactivate(): void {
    this.state = 'DEACTIVATED';
    this.passwordHash = null;
    this.deactivatedAt = new Date();
  }

  /** Whether the password may be used to log in; an initial one may be, for a while, before the account is active. */
  canLogIn(now = new Date()): boolean {
    if (this.suspendedAt !== null) return false;
    if (this.state === 'ACTIVE') return true;
    return (
      this.state === 'INVITED' &&
      this.initialPasswordExpiresAt !== null &&
      this.initialPasswordExpiresAt > now
    );
  }
}

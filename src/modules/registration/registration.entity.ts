import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index } from 'typeorm';
import type { Language } from '../../platform/context/context';
import { TenantOwned } from '../../platform/database';

export type RegistrationState = 'PENDING' | 'ACCEPTED' | 'REJECTED';

/** Registrierung: a request for access. What the applicant typed never changes, also when the address is registered again. */
@Entity('registrations')
@Check('registrations_email_key', `email_key = lower(email_key COLLATE "C")`)
@Check('registrations_language', `language IN ('de', 'en')`)
@Check('registrations_state', `state IN ('PENDING', 'ACCEPTED', 'REJECTED')`)
@Index('registrations_pending', { synchronize: false })
@Index('registrations_pending_key', ['tenantId', 'emailKey'], { unique: true, where: `state = 'PENDING'` })
@Index('registrations_of_contact', ['tenantId', 'contactId'], { where: 'contact_id IS NOT NULL' })
@ForeignKey('Customer', ['tenantId', 'customerId'], ['tenantId', 'id'], { name: 'registrations_customer' })
@ForeignKey('Contact', ['tenantId', 'contactId'], ['tenantId', 'id'], { name: 'registrations_contact' })
export class Registration extends TenantOwned {
  @Column('text')
  company: string;

  @Column('text', { name: 'first_name', nullable: true })
  firstName: string | null;

  @Column('text', { name: 'last_name' })
  lastName: string;

  @Column('text')
  email: string;

  /** The address as it is compared: one pending registration for each of the tenant. */
  @Column({ type: 'text', name: 'email_key', nullable: true, select: false })
  emailKey?: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  message: string | null;

  /** Null: the tenant's. */
  @Column('text', { nullable: true })
  language: Language | null;

  /** When the person said that they have read the privacy notice, where the form asks for it. */
  @Column('timestamptz', { name: 'privacy_accepted_at', nullable: true })
  privacyAcceptedAt: Date | null;

  @Column('text', { default: 'PENDING' })
  state: RegistrationState;

  /** When the address proved to be the person's; until then anybody may have typed it. */
  @Column('timestamptz', { name: 'verified_at', nullable: true })
  verifiedAt: Date | null;

  /** Of the newest link, from which its secret is derived; older links are void. */
  @Column('uuid', { name: 'confirmation_id', nullable: true })
  confirmationId: string | null;

  /** Kept after the link was used, so that who has it can be told; it confirms nothing then. */
  @Column('text', { name: 'confirmation_hash', nullable: true })
  confirmationHash: string | null;

  @Column('timestamptz', { name: 'confirmation_expires_at', nullable: true })
  confirmationExpiresAt: Date | null;

  /** Received above the tenant's limit: staff do not see it before the address is confirmed. */
  @Column('boolean', { name: 'awaits_proof', default: false })
  awaitsProof: boolean;

  /** How often the same address was registered again meanwhile. */
  @Column('integer', { default: 0 })
  repeats: number;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  /** What staff wrote to the person. */
  @Column('text', { name: 'decision_message', nullable: true })
  decisionMessage: string | null;

  @Column('uuid', { name: 'customer_id', nullable: true })
  customerId: string | null;

  @Column('uuid', { name: 'contact_id', nullable: true })
  contactId: string | null;

  @Column('timestamptz', { name: 'anonymised_at', nullable: true })
  anonymisedAt: Date | null;

  accept(customerId: string, contactId: string): void {
    this.decide('ACCEPTED');
    this.customerId = customerId;
    this.contactId = contactId;
  }

  reject(message: string | null): void {
    this.decide('REJECTED');
    this.decisionMessage = message;
  }

  /** Links that are under way are void from now on. */
  private decide(state: RegistrationState): void {
    this.state = state;
    this.decidedAt = new Date();
    this.confirmationId = null;
    this.confirmationExpiresAt = null;
  }
}

import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index } from 'typeorm';
import type { Language } from '../../platform/context/context';
import { Versioned } from '../../platform/database';
import type { CompanyMails } from './company-mails';
import { Customer } from './customers/customer.entity';

/** Ansprechpartner: a person at a customer. An account with the same id, if there is one, is the portal access. */
@Entity('contacts')
@Check('contacts_language', `language IN ('de', 'en')`)
@Check('contacts_company_mails', `company_mails IN ('MINE', 'IMPORTANT', 'ALL')`)
@Check('contacts_email_key', `email_key = lower(email_key COLLATE "C")`)
@Check('contacts_kept', '(kept_name IS NULL) = (kept_until IS NULL)')
@Index('contacts_kept_until', ['tenantId', 'keptUntil'], { where: 'kept_until IS NOT NULL' })
@Index('contacts_of_customer', ['tenantId', 'customerId'])
@Index('contacts_email', ['tenantId', 'emailKey'], { unique: true, where: 'email_key IS NOT NULL' })
@Index('contacts_erased', ['tenantId', 'erasedAt'], { where: 'erased_at IS NOT NULL' })
@ForeignKey(() => Customer, ['tenantId', 'customerId'], ['tenantId', 'id'], { name: 'contacts_customer' })
export class Contact extends Versioned {
  @Column({ type: 'uuid', name: 'customer_id', update: false })
  customerId: string;

  /** Where the person was before; only a move changes it. */
  @Column({ type: 'uuid', name: 'former_customer_ids', array: true, default: [], update: false })
  formerCustomerIds: string[];

  @Column('text', { name: 'first_name', nullable: true })
  firstName: string | null;

  @Column('text', { name: 'last_name' })
  lastName: string;

  /** Also the login name. */
  @Column('text', { nullable: true })
  email: string | null;

  /** The address as it is compared: unique within the tenant; written wherever the address is. */
  @Column({ type: 'text', name: 'email_key', nullable: true, select: false })
  emailKey?: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { nullable: true })
  mobile: string | null;

  @Column('text', { nullable: true })
  position: string | null;

  /** Null: the tenant's. */
  @Column('text', { nullable: true })
  language: Language | null;

  /** Never shown to the customer. */
  @Column('text', { nullable: true })
  notes: string | null;

  /** Whether mails about tickets are welcome. */
  @Column('boolean', { name: 'ticket_mails', default: true })
  ticketMails: boolean;

  /** Of a main user. */
  @Column('text', { name: 'company_mails', default: 'MINE' })
  companyMails: CompanyMails;

  /** Since when the person is forgotten; what others have of them points here still. */
  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt: Date | null;

  /** Of somebody who is forgotten but has ordered: the name for the orders alone, as long as those must be kept as they were. */
  @Column('text', { name: 'kept_name', nullable: true })
  keptName: string | null;

  /** The last day on which it is kept. */
  @Column('date', { name: 'kept_until', nullable: true })
  keptUntil: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  get name(): string {
    return [this.firstName, this.lastName].filter(Boolean).join(' ');
  }
}

import { Check, Column, CreateDateColumn, Entity, Index, Unique } from 'typeorm';
import { TenantOwned } from '../platform/database';
import type { MailPayload } from './composed-mail';

/** Suppressed: when it was to be sent, there was no reason for it any more. */
export type MailState = 'QUEUED' | 'SENT' | 'FAILED' | 'SUPPRESSED';

const LAST_ERROR_LENGTH = 300;
const GIVEN_UP_AFTER_MS = 72 * 60 * 60 * 1000;
const MAX_WAIT_S = 300;

/** A mail written with the change that caused it; it holds no text and no secret. */
@Entity('outgoing_mails')
@Unique('outgoing_mails_dedupe_key', ['tenantId', 'dedupeKey'])
@Index('outgoing_mails_about', ['tenantId', 'about', 'template', 'id'])
@Index('outgoing_mails_undelivered', ['tenantId', 'createdAt', 'id'], {
  where: `state IN ('QUEUED', 'FAILED')`,
})
@Index('outgoing_mails_of_comment', { synchronize: false })
@Index('outgoing_mails_of_ticket', { synchronize: false })
@Index('outgoing_mails_of_order', { synchronize: false })
@Index('outgoing_mails_tests', ['tenantId'], { where: `template = 'test' AND state = 'SENT'` })
@Index('outgoing_mails_paced', ['tenantId', 'notBefore'], { where: 'not_before IS NOT NULL' })
@Check('outgoing_mails_state', `state IN ('QUEUED', 'SENT', 'FAILED', 'SUPPRESSED')`)
export class OutgoingMail extends TenantOwned {
  @Column('text')
  template: string;

  @Column('uuid')
  about: string;

  @Column('jsonb')
  payload: MailPayload;

  @Column('text', { name: 'dedupe_key', nullable: true })
  dedupeKey: string | null;

  @Column('text', { default: 'QUEUED' })
  state: MailState;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('timestamptz', { name: 'last_attempt_at', nullable: true })
  lastAttemptAt: Date | null;

  @Column('text', { name: 'last_error', nullable: true })
  lastError: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** Of one of many: when its turn is. */
  @Column('timestamptz', { name: 'not_before', nullable: true })
  notBefore: Date | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt: Date | null;

  /** Written down before the mail is sent: where nothing can be written, nothing is sent, so nothing again and again. */
  beginAttempt(): void {
    this.attempts += 1;
    this.lastAttemptAt = new Date();
  }

  markSent(): void {
    this.state = 'SENT';
    this.lastError = null;
    this.sentAt = new Date();
  }

  suppress(): void {
    this.state = 'SUPPRESSED';
  }

  /** Gives up where trying again cannot help, or has not helped for too long. */
  markAttemptFailed(reason: string, permanent: boolean): void {
    this.lastError = reason.replace(/\p{Cc}+/gu, ' ').slice(0, LAST_ERROR_LENGTH);
    if (permanent || Date.now() - this.createdAt.getTime() > GIVEN_UP_AFTER_MS) this.state = 'FAILED';
  }

  /** Waits double from two seconds to five minutes: soon after the mail server returns, everything leaves. */
  get nextAttemptAt(): Date {
    return new Date(Date.now() + Math.min(2 ** this.attempts, MAX_WAIT_S) * 1000);
  }
}

import { mailProblem } from '../../../mail/mail-problem';
import { MailProblemDto } from '../../../mail/mail-problem.dto';
import type { MailDelivery } from '../../../mail/mailer';
import { OneOf } from '../../../platform/http/validation/fields';
import type { PortalAccessSummary, PortalAccessView } from './portal-access';

export class ActivatePortalAccessDto {
  /** MAIN_USER (Hauptbenutzer) sieht die Tickets und Bestellungen der Firma, USER (Benutzer) nur die eigenen. */
  @OneOf(['MAIN_USER', 'USER'], { example: 'MAIN_USER' })
  role: 'MAIN_USER' | 'USER';
}

/** Spalte „Kundenportal“. */
export class PortalAccessSummaryDto {
  /** Kein Zugang, eingeladen, aktiv, deaktiviert. */
  state: 'NONE' | 'INVITED' | 'ACTIVE' | 'DEACTIVATED';
  /** Hauptbenutzer oder Benutzer; nach einer Deaktivierung die letzte Rolle. */
  role: 'MAIN_USER' | 'USER' | null;
}

/** Was aus der letzten Mail mit Zugangsdaten wurde. */
export class CredentialsMailDto {
  /** Wartet, versendet, nicht zustellbar, hinfällig. */
  state: 'QUEUED' | 'SENT' | 'FAILED' | 'SUPPRESSED';
  attempts: number;
  queuedAt: Date;
  /** Wann sie an der Reihe ist; nur wenn viele auf einmal eingeladen wurden. */
  dueAt: Date | null;
  sentAt: Date | null;
  error: string | null;
  /** Was `error` bedeutet. */
  problem: MailProblemDto | null;
}

/** Kundenportal-Zugang eines Ansprechpartners. */
export class PortalAccessDto extends PortalAccessSummaryDto {
  /** Benutzername. */
  login: string | null;
  invitedAt: Date | null;
  activatedAt: Date | null;
  deactivatedAt: Date | null;
  lastLoginAt: Date | null;
  credentialsMail: CredentialsMailDto | null;
}

export function presentSummary({ state, role }: PortalAccessSummary): PortalAccessSummaryDto {
  return { state, role };
}

export function presentPortalAccess(access: PortalAccessView): PortalAccessDto {
  return {
    state: access.state,
    role: access.role,
    login: access.login,
    invitedAt: access.invitedAt,
    activatedAt: access.activatedAt,
    deactivatedAt: access.deactivatedAt,
    lastLoginAt: access.lastLoginAt,
    credentialsMail: access.credentialsMail && presentMail(access.credentialsMail),
  };
}

export function presentMail(mail: MailDelivery): CredentialsMailDto {
  return {
    state: mail.state,
    attempts: mail.attempts,
    queuedAt: mail.createdAt,
    dueAt: mail.notBefore,
    sentAt: mail.sentAt,
    error: mail.lastError,
    problem: mail.lastError === null ? null : mailProblem(mail.lastError),
  };
}

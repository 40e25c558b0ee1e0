import type { PortalRole } from '../../../platform/context/actor';
import type { MailDelivery } from '../../../mail/mailer';
import type { AccountView } from '../../auth';

/** What the column "Kundenportal" shows. */
export interface PortalAccessSummary {
  readonly state: 'NONE' | AccountView['state'];
  readonly role: PortalRole | null;
}

/** Everything that staff see of a contact's access. */
export interface PortalAccessView extends PortalAccessSummary {
  readonly login: string | null;
  readonly invitedAt: Date | null;
  readonly activatedAt: Date | null;
  readonly deactivatedAt: Date | null;
  readonly lastLoginAt: Date | null;
  readonly credentialsMail: MailDelivery | null;
}

const NONE = {
  state: 'NONE',
  role: null,
  invitedAt: null,
  activatedAt: null,
  deactivatedAt: null,
  lastLoginAt: null,
} as const;

export function summaryOf(account: AccountView | undefined): PortalAccessSummary {
  return account ? { state: account.state, role: account.role as PortalRole } : NONE;
}

/** @param email the contact's; the account's is the same as long as there is one */
export function accessView(
  email: string | null,
  account: AccountView | undefined,
  mail: MailDelivery | undefined,
): PortalAccessView {
  if (!account) return { ...NONE, login: null, credentialsMail: null };
  const { invitedAt, activatedAt, deactivatedAt, lastLoginAt } = account;
  const summary = summaryOf(account);
  return {
    ...summary,
    login: email,
    invitedAt,
    activatedAt,
    deactivatedAt,
    lastLoginAt,
    credentialsMail: mail ?? null,
  };
}

import type { PortalRole } from '../../../platform/context/actor';
import type { MailDelivery } from '../../../mail/mailer';
import type { AccountView } from '../../auth';
import type { Contact } from '../contact.entity';

/** What of an account decides about the next step; absent where a contact never had access. */
type Access = Pick<AccountView, 'state' | 'role'> | undefined;

/** What giving access takes: who has none, or none any more, is invited; of others at most the role changes. */
export function stepTowards(role: PortalRole, access: Access): 'INVITE' | 'CHANGE_ROLE' | 'NOTHING' {
  if (!access || access.state === 'DEACTIVATED') return 'INVITE';
  return access.role === role ? 'NOTHING' : 'CHANGE_ROLE';
}

/** What becomes of one of many who are given access. */
export type GiveOutcome =
  'INVITED' | 'SENT_AGAIN' | 'UNCHANGED' | 'EMAIL_MISSING' | 'EMAIL_TAKEN' | 'CUSTOMER_ARCHIVED' | 'UNKNOWN';

/** Who has access keeps it as it is, in whichever role; credentials that did not arrive are sent anew. */
export function outcomeOf(
  { email }: Pick<Contact, 'email'>,
  access: Access,
  mail: Pick<MailDelivery, 'state'> | undefined,
): Extract<GiveOutcome, 'INVITED' | 'SENT_AGAIN' | 'UNCHANGED' | 'EMAIL_MISSING'> {
  if (awaitsCredentials(access)) return mail?.state === 'FAILED' ? 'SENT_AGAIN' : 'UNCHANGED';
  if (access?.state === 'ACTIVE') return 'UNCHANGED';
  return email ? 'INVITED' : 'EMAIL_MISSING';
}

/** An invitation can be taken back like an access that is in use. */
export function canEnd(access: Access): boolean {
  return access !== undefined && access.state !== 'DEACTIVATED';
}

/** Credentials are for those who have not chosen a password yet. */
export function awaitsCredentials(access: Access): boolean {
  return access?.state === 'INVITED';
}

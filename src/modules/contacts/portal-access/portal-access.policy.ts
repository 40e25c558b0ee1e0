import type { PortalRole } from '../../../platform/context/actor';
import type { AccountView } from '../../auth';

/** What of an account decides about the next step; absent where a contact never had access. */
type Access = Pick<AccountView, 'state' | 'role'> | undefined;

/** What giving access takes: who has none, or none any more, is invited; of others at most the role changes. */
export function stepTowards(role: PortalRole, access: Access): 'INVITE' | 'CHANGE_ROLE' | 'NOTHING' {
  if (!access || access.state === 'DEACTIVATED') return 'INVITE';
  return access.role === role ? 'NOTHING' : 'CHANGE_ROLE';
}

/** An invitation can be taken back like an access that is in use. */
export function canEnd(access: Access): boolean {
  return access !== undefined && access.state !== 'DEACTIVATED';
}

/** Credentials are for those who have not chosen a password yet. */
export function awaitsCredentials(access: Access): boolean {
  return access?.state === 'INVITED';
}

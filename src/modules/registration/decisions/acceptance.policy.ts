import type { PortalRole } from '../../../platform/context/actor';
import type { Registration } from '../registration.entity';
import { registrationDecided, registrationUnverified, roleMissing } from '../registration.errors';

/** One decision for each registration. @throws registrationDecided */
export function assertPending({ state }: Pick<Registration, 'state'>): void {
  if (state !== 'PENDING') throw registrationDecided();
}

/**
 * The role in which somebody gets access: staff choose it, and say so where nobody knows whose address it is.
 * @throws roleMissing, registrationUnverified
 */
export function acceptedRole(
  { verifiedAt }: Pick<Registration, 'verifiedAt'>,
  { role, acceptUnverified }: { readonly role?: PortalRole; readonly acceptUnverified?: boolean },
): PortalRole {
  if (!role) throw roleMissing({ pointer: '/registration/role' });
  if (!verifiedAt && !acceptUnverified) {
    throw registrationUnverified({ pointer: '/registration/acceptUnverified' });
  }
  return role;
}

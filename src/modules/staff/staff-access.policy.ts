import type { AccountView } from '../auth';

type Access = Pick<AccountView, 'state' | 'role'>;

/** Whether an active administrator is left, who can give others access. Invited ones may never come. */
export function hasAdmin(accounts: readonly Access[]): boolean {
  return accounts.some(({ role, state }) => role === 'ADMIN' && state === 'ACTIVE');
}

/** Whether a change gives somebody the rights of an administrator who does not have them now. */
export function becomesAdmin(
  now: Access,
  { role = now.role, active = now.state !== 'DEACTIVATED' }: { role?: Access['role']; active?: boolean },
): boolean {
  return role === 'ADMIN' && active && (now.role !== 'ADMIN' || now.state === 'DEACTIVATED');
}

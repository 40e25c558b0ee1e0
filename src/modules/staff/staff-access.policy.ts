import type { AccountView } from '../auth';

type Access = Pick<AccountView, 'state' | 'role'>;

/** Whether somebody is left who can give others access; an invitation will do. */
export function hasAdmin(accounts: readonly Access[]): boolean {
  return accounts.some(({ role, state }) => role === 'ADMIN' && state !== 'DEACTIVATED');
}

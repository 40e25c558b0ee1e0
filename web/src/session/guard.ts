import { redirect } from '@tanstack/react-router';
import { addressBelow, type Area, areaOf, homeOf, loginOf } from './home';
import { currentUser, hadAccessAt, type Me } from './session';

const ENDED = ['expired', 'out', 'access'] as const;
/** Why there has to be a login: the session has ended, the user has logged out, or may not log in any more. */
export type Ended = (typeof ENDED)[number];

/** Where a login leads, and why there has to be one. */
export interface Next {
  readonly next?: string;
  readonly ended?: Ended;
}

export function nextOf({ next, ended }: Record<string, unknown>): Next {
  return {
    next: typeof next === 'string' ? next : undefined,
    ended: ENDED.find((known) => known === ended),
  };
}

/** Behind the choice of a portal: a path below it, never another site. */
export function rootSearch({ next }: Record<string, unknown>): { next?: string } {
  return { next: typeof next === 'string' && /^\/\w/.test(next) ? next : undefined };
}

/** The user logged in at this tenant; others are redirected to the login and back afterwards, or to their own area. */
export async function requireLogin(slug: string, here: string, area: Area): Promise<Me> {
  const me = await currentUser();
  if (me?.tenant.slug !== slug) {
    const ended = hadAccessAt(slug) ? 'access' : undefined;
    throw redirect({ to: loginOf(area), params: { slug }, search: { next: here, ended } });
  }
  if (areaOf(me) !== area) throw redirect({ href: homeOf(areaOf(me), slug), reloadDocument: true });
  return me;
}

/** Redirects a logged-in user from the login to where it would have led. */
export async function leaveLogin(slug: string, next?: string): Promise<void> {
  // Where that cannot be asked, the form says so.
  const me = await currentUser().catch(() => undefined);
  if (me?.tenant.slug !== slug) return;
  throw redirect({ href: addressBelow(homeOf(areaOf(me), slug), next), replace: true, reloadDocument: true });
}

/** An address without tenant leads to the portal of who is logged in, or else to the choice of one. */
export async function toOwnPortal(path: string): Promise<never> {
  const me = await currentUser();
  if (!me) throw redirect({ to: '/', search: { next: path } });
  throw redirect({ href: `/p/${me.tenant.slug}${path}` });
}

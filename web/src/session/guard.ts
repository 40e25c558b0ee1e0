import { redirect } from '@tanstack/react-router';
import { addressBelow, type Area, areaOf, homeOf, loginOf } from './home';
import { type Me, whoIsHere } from './session';

/** Where a login leads, and why there has to be one. */
export interface Next {
  readonly next?: string;
  readonly ended?: 'expired' | 'out';
}

export function nextOf({ next, ended }: Record<string, unknown>): Next {
  return {
    next: typeof next === 'string' ? next : undefined,
    ended: ended === 'expired' || ended === 'out' ? ended : undefined,
  };
}

/** Behind the choice of a portal: a path below it, never another site. */
export function rootSearch({ next }: Record<string, unknown>): { next?: string } {
  return { next: typeof next === 'string' && /^\/\w/.test(next) ? next : undefined };
}

/** Who is logged in at this tenant; others are sent to the login and back afterwards, or to the area of their own. */
export async function requireLogin(slug: string, here: string, area: Area): Promise<Me> {
  const me = await whoIsHere();
  if (me?.tenant.slug !== slug)
    throw redirect({ to: loginOf(area), params: { slug }, search: { next: here } });
  if (areaOf(me) !== area) throw redirect({ href: homeOf(areaOf(me), slug), reloadDocument: true });
  return me;
}

/** Whoever is logged in already need not do it again: they go on to where it would have led. */
export async function leaveLogin(slug: string, next?: string): Promise<void> {
  // Where that cannot be asked, the form says so.
  const me = await whoIsHere().catch(() => undefined);
  if (me?.tenant.slug !== slug) return;
  throw redirect({ href: addressBelow(homeOf(areaOf(me), slug), next), replace: true, reloadDocument: true });
}

/** An address without tenant leads to the portal of who is logged in, or else to the choice of one. */
export async function toOwnPortal(path: string): Promise<never> {
  const me = await whoIsHere();
  if (!me) throw redirect({ to: '/', search: { next: path } });
  throw redirect({ href: `/p/${me.tenant.slug}${path}` });
}

import type { AnyRouter } from '@tanstack/react-router';

/** By path: what its address said besides, in this tab. */
const seen = new Map<string, object>();

export function rememberSearches(router: AnyRouter): void {
  router.subscribe('onResolved', ({ toLocation: { pathname, search } }) => seen.set(pathname, search));
}

/** How the page at this path was narrowed when it was seen last. */
export function lastSearch(pathname: string): object {
  return seen.get(pathname) ?? {};
}

/** What somebody searched is not for who logs in next. */
export function forgetSearches(): void {
  seen.clear();
}

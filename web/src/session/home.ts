import type { Me } from './session';

/** The two areas of the app: contacts are at home in one, staff in the other. */
export type Area = 'portal' | 'staff';

const LOGINS = { portal: '/p/$slug/login', staff: '/staff/$slug/login' } as const;
const HOMES = { portal: '/p', staff: '/staff' } as const;

export function areaOf({ kind }: Pick<Me, 'kind'>): Area {
  return kind === 'STAFF' ? 'staff' : 'portal';
}

/** The route of an area's login. */
export function loginOf(area: Area): (typeof LOGINS)[Area] {
  return LOGINS[area];
}

/** Address of the page where an area begins; from the other area it is loaded as a document of its own. */
export function homeOf(area: Area, slug: string): string {
  return `${HOMES[area]}/${slug}`;
}

/** An address that somebody was to be led to, if it lies below this one however it is written; or else this one. */
export function addressBelow(home: string, wanted = home): string {
  if (!URL.canParse(wanted, location.origin)) return home;
  const { pathname, search, hash } = new URL(wanted, location.origin);
  return pathname.startsWith(`${home}/`) ? pathname + search + hash : home;
}

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

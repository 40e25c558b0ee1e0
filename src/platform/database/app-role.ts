import type { DataSource } from 'typeorm';

/** The program's role: it owns nothing and cannot bypass row-level security. */
export const APP_ROLE = 'kundenportal_app';

/** Role of the search functions: sees the search tables only, through functions that filter by tenant themselves. */
export const SEARCH_ROLE = 'kundenportal_search';

interface RoleFacts {
  role: string;
  privileged: boolean;
  owns: boolean;
}

/**
 * Refuses to run with more rights than the tenant border can bear.
 * @throws Error that says which login is wrong and why
 */
export async function assertUnprivileged(dataSource: DataSource): Promise<void> {
  const [facts] = await dataSource.query<RoleFacts[]>(`
    SELECT current_user AS role, r.rolsuper OR r.rolbypassrls AS privileged,
           EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user) AS owns
    FROM pg_roles r WHERE r.rolname = current_user`);
  if (!facts || facts.privileged || facts.owns) {
    throw new Error(
      `The database role ${facts?.role ?? '?'} is a superuser, bypasses row-level security or owns tables. ` +
        'Set DATABASE_URL to an unprivileged login and DATABASE_OWNER_URL to the owner.',
    );
  }
}

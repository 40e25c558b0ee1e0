import { APP_ROLE } from './app-role';

type Right = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

/** SQL for migrations: puts a tenant's table behind row-level security and grants the program what it needs. */
export function tenantTable(
  table: string,
  rights: readonly Right[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY tenant ON ${table}
      USING (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
      WITH CHECK (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
    GRANT ${rights.join(', ')} ON ${table} TO ${APP_ROLE};`;
}

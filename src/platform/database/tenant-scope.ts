/**
 * The program's own tenant filter, for every statement on a tenant's table: it makes the indexes usable, and it holds
 * even where row-level security should fail. Row-level security holds without it, too; a test runs with it taken out.
 */
export function tenantScope(tenantId: string): { tenantId: string } {
  return { tenantId };
}

/** The same as a condition in SQL; `$1`, or the place given, holds the tenant's id. */
export function tenantCondition(alias: string, place = 1): string {
  return `${alias}.tenant_id = $${place}::uuid`;
}

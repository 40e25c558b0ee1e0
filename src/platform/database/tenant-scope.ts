/**
 * The program's own tenant filter, for every statement on a tenant's table; `$1`, or the place given, holds the tenant's id.
 * It makes the indexes usable, and it holds even where row-level security should fail. Row-level security holds without
 * it, too; a test runs with it taken out.
 */
export function tenantCondition(alias: string, place = 1): string {
  return `${alias}.tenant_id = $${place}::uuid`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Tells the open transaction its tenant, until it ends. As text, because `SET` takes no parameters; the id is checked.
 * @throws Error where the id is no UUID
 */
export function setTenant(tenantId: string): string {
  if (!UUID.test(tenantId)) throw new Error('A tenant id must be a UUID.');
  return `SET LOCAL app.tenant_id = '${tenantId}'`;
}

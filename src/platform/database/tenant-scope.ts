/**
 * The program's own tenant filter, for every statement on a tenant's table; `$1`, or the place given, holds the tenant's id.
 * It makes the indexes usable, and it holds even where row-level security should fail. Row-level security holds without
 * it, too; a test runs with it taken out.
 */
export function tenantCondition(alias: string, place = 1): string {
  return `${alias}.tenant_id = $${place}::uuid`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

let isScopeWithBegin = true;

/** The scope leaves in a message of its own from now on: only so does Citus pass it on to its workers. */
export function sendScopeApart(): void {
  isScopeWithBegin = false;
}

/**
 * The messages that begin a transaction and tell it its tenant, until it ends. As text, because `SET` takes no parameters;
 * the id is checked.
 * @throws Error where the id is no UUID
 */
export function beginFor(tenantId: string): readonly string[] {
  if (!UUID.test(tenantId)) throw new Error('A tenant id must be a UUID.');
  const scope = `SET LOCAL app.tenant_id = '${tenantId}'`;
  return isScopeWithBegin ? [`BEGIN; ${scope}`] : ['BEGIN', scope];
}

const FILTERS = ['from', 'until', 'objectType', 'action', 'actorId', 'objectId'] as const;

/** What the address of the audit log says; whether it makes sense, the API knows. */
export type AuditSearch = { readonly [Filter in (typeof FILTERS)[number]]?: string };

export function auditSearch(search: AuditSearch): AuditSearch {
  return Object.fromEntries(FILTERS.map((name) => [name, search[name] || undefined]));
}

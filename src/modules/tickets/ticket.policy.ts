import type { Actor } from '../../platform/context/actor';

export const VISIBILITIES = ['PUBLIC', 'INTERNAL'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** What of a ticket somebody may read; internal is for staff alone. */
export function readableBy(actor: Actor): readonly Visibility[] {
  return actor.kind === 'STAFF' ? VISIBILITIES : ['PUBLIC'];
}

/** Staff decide what they write is for; contacts cannot create anything internal. */
export function mayWrite(actor: Actor, visibility: Visibility): boolean {
  return readableBy(actor).includes(visibility);
}

/** Who decides about a ticket, not only reads and answers it: staff, the main users of its company, and whose it is. */
export function mayManage(
  actor: Actor,
  { customerId, contactId }: { readonly customerId: string; readonly contactId: string | null },
): boolean {
  if (actor.kind === 'STAFF') return true;
  return actor.customerId === customerId && (actor.role === 'MAIN_USER' || actor.id === contactId);
}

/** Staff always may; contacts where the tenant's settings let them. */
export function mayCloseAndReopen(
  actor: Actor,
  settings: { readonly contactsMayCloseTickets: boolean },
): boolean {
  return actor.kind === 'STAFF' || settings.contactsMayCloseTickets;
}

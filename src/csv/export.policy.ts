import type { Actor } from '../platform/context/actor';

/** Whole lists are taken along by staff, and of companies by their main users, who see all of it. */
export function mayExport(actor: Actor): boolean {
  return actor.kind === 'STAFF' || actor.role === 'MAIN_USER';
}

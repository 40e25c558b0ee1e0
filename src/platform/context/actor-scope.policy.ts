import type { Actor } from './actor';

/** The tickets, orders and the like that an actor may see: those that match everything given. */
export interface ActorScope {
  readonly customerId?: string;
  readonly contactId?: string;
}

/** Staff see all of the tenant, main users their company's, everybody else what is their own. */
export function scopeOf(actor: Actor): ActorScope {
  if (actor.kind === 'STAFF') return {};
  if (actor.role === 'MAIN_USER') return { customerId: actor.customerId };
  return { customerId: actor.customerId, contactId: actor.id };
}

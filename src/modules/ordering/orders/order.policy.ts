import type { Actor } from '../../../platform/context/actor';

/** Which orders of the tenant somebody may see: those that match everything given. */
export interface OrderScope {
  readonly customerId?: string;
  readonly contactId?: string;
}

/** Staff see all, main users their company's, everybody else what is their own. */
export function orderScope(actor: Actor): OrderScope {
  if (actor.kind === 'STAFF') return {};
  if (actor.role === 'MAIN_USER') return { customerId: actor.customerId };
  return { customerId: actor.customerId, contactId: actor.id };
}

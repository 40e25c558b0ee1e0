import type { Actor } from '../../platform/context/actor';
import type { Announcement } from './live-event';

/** Staff learn of everything in their tenant; contacts of what they may read: main users of the company's, others of what is their own, what they watch or what is everybody's. */
export function mayLearnOf(actor: Actor, { tenantId, audience }: Announcement): boolean {
  if (actor.tenantId !== tenantId) return false;
  if (actor.kind === 'STAFF') return true;
  if (!audience) return false;
  if ('everybody' in audience)
    return audience.customerId === null || audience.customerId === actor.customerId;
  if (audience.customerId !== actor.customerId) return false;
  if (actor.role === 'MAIN_USER' || audience.contactId === actor.id) return true;
  return audience.watcherIds?.includes(actor.id) ?? false;
}

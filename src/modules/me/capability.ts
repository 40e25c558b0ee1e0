import type { Actor } from '../../platform/context/actor';
import { mayExport } from '../../csv/export.policy';

export const CAPABILITIES = [
  'TICKETS_OF_COMPANY',
  'ORDERS_OF_COMPANY',
  'CLOSE_TICKETS',
  'ANSWER_OFFERS',
  'ORDER',
  'ONLINE_SHOP',
  'PRINTER_SHOP',
  'DEVICES',
  'EXPORT',
  'ADMINISTRATION',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** The settings of the user's company and tenant. */
export interface CapabilityContext {
  readonly contactsMayCloseTickets: boolean;
  readonly openShops: readonly ('ONLINE_SHOP' | 'PRINTER_SHOP')[];
  readonly hasDevices: boolean;
}

/**
 * What a user may do, so that a page shows no button that would be refused. Pages ask for these and never for the role, which is
 * only one way to come by them; the operations themselves decide by their own rules.
 */
export function capabilitiesOf(
  actor: Actor,
  { contactsMayCloseTickets, openShops, hasDevices }: CapabilityContext,
): Capability[] {
  if (actor.kind === 'STAFF') {
    return [...(actor.role === 'ADMIN' ? (['ADMINISTRATION'] as const) : []), 'CLOSE_TICKETS'];
  }
  return [
    ...(actor.role === 'MAIN_USER' ? (['TICKETS_OF_COMPANY', 'ORDERS_OF_COMPANY'] as const) : []),
    ...(contactsMayCloseTickets ? (['CLOSE_TICKETS'] as const) : []),
    'ANSWER_OFFERS',
    ...(openShops.length > 0 ? (['ORDER'] as const) : []),
    ...openShops,
    ...(hasDevices ? (['DEVICES'] as const) : []),
    ...(mayExport(actor) ? (['EXPORT'] as const) : []),
  ];
}

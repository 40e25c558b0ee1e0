import { orders } from './de/orders';
import { shops } from './de/shops';
import { tickets } from './de/tickets';

/** What is said in the portal, in a file for each of its areas. */
export const de = { tickets, shops, orders };

export type PortalTexts = typeof de;

import { account } from './de/account';
import { devices } from './de/devices';
import { files } from './de/files';
import { orders } from './de/orders';
import { overview } from './de/overview';
import { shops } from './de/shops';
import { tickets } from './de/tickets';

/** What is said in the portal, in a file for each of its areas. */
export const de = { overview, tickets, devices, files, shops, orders, account };

export type PortalTexts = typeof de;

import { account } from './de/account';
import { overview } from './de/overview';
import { tickets } from './de/tickets';

/** What is said in the portal, in a file for each of its areas. */
export const de = { overview, tickets, account };

export type PortalTexts = typeof de;

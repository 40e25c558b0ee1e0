import type { PortalTexts } from './de-portal';
import { account } from './en/account';
import { devices } from './en/devices';
import { files } from './en/files';
import { orders } from './en/orders';
import { overview } from './en/overview';
import { shops } from './en/shops';
import { tickets } from './en/tickets';

export const en: PortalTexts = { overview, tickets, devices, files, shops, orders, account };

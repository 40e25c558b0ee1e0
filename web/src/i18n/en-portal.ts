import type { PortalTexts } from './de-portal';
import { devices } from './en/devices';
import { orders } from './en/orders';
import { overview } from './en/overview';
import { shops } from './en/shops';
import { tickets } from './en/tickets';

export const en: PortalTexts = { overview, tickets, devices, shops, orders };

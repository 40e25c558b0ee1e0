import type { PortalTexts } from './de-portal';
import { orders } from './en/orders';
import { shops } from './en/shops';
import { tickets } from './en/tickets';

export const en: PortalTexts = { tickets, shops, orders };

import type { PortalTexts } from './de-portal';
import { account } from './en/account';
import { overview } from './en/overview';
import { tickets } from './en/tickets';

export const en: PortalTexts = { overview, tickets, account };

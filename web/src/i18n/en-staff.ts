import type { StaffTexts } from './de-staff';
import { staff } from './en/staff';
import { admin } from './en/staff-admin';
import { catalog } from './en/staff-catalog';
import { customers } from './en/staff-customers';
import { inbox } from './en/staff-inbox';
import { staffTickets } from './en/staff-tickets';

export const en: StaffTexts = { staff, inbox, staffTickets, customers, catalog, admin };

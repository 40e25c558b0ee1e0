import type { StaffTexts } from './de-staff';
import { staff } from './en/staff';
import { admin } from './en/staff-admin';
import { catalog } from './en/staff-catalog';
import { customers } from './en/staff-customers';
import { inbox } from './en/staff-inbox';
import { inventory } from './en/staff-inventory';
import { staffOrders } from './en/staff-orders';
import { staffTickets } from './en/staff-tickets';

export const en: StaffTexts = {
  staff,
  inbox,
  staffTickets,
  staffOrders,
  customers,
  catalog,
  inventory,
  admin,
};

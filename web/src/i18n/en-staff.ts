import type { StaffTexts } from './de-staff';
import { staff } from './en/staff';
import { admin } from './en/staff-admin';
import { catalog } from './en/staff-catalog';
import { customers } from './en/staff-customers';
import { find } from './en/staff-find';
import { inbox } from './en/staff-inbox';
import { inventory } from './en/staff-inventory';
import { staffOrders } from './en/staff-orders';
import { replies } from './en/staff-replies';
import { setup } from './en/staff-setup';
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
  replies,
  setup,
  find,
};

import { staff } from './de/staff';
import { admin } from './de/staff-admin';
import { catalog } from './de/staff-catalog';
import { customers } from './de/staff-customers';
import { find } from './de/staff-find';
import { inbox } from './de/staff-inbox';
import { inventory } from './de/staff-inventory';
import { staffOrders } from './de/staff-orders';
import { replies } from './de/staff-replies';
import { setup } from './de/staff-setup';
import { staffTickets } from './de/staff-tickets';

/** What is said in the workplace of staff, in a file for each of its areas. */
export const de = {
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

export type StaffTexts = typeof de;

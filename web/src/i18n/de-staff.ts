import { staff } from './de/staff';
import { admin } from './de/staff-admin';
import { catalog } from './de/staff-catalog';
import { customers } from './de/staff-customers';
import { inbox } from './de/staff-inbox';
import { staffTickets } from './de/staff-tickets';

/** What is said in the workplace of staff, in a file for each of its areas. */
export const de = { staff, inbox, staffTickets, customers, catalog, admin };

export type StaffTexts = typeof de;

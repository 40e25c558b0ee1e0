import { account } from './de/account';
import { files } from './de/files';
import { staff } from './de/staff';
import { admin } from './de/staff-admin';
import { customers } from './de/staff-customers';
import { inbox } from './de/staff-inbox';
import { staffTickets } from './de/staff-tickets';

/** What is said in the workplace of staff, in a file for each of its areas. */
export const de = { account, staff, inbox, staffTickets, customers, files, admin };

export type StaffTexts = typeof de;

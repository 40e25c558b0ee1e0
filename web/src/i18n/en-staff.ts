import type { StaffTexts } from './de-staff';
import { account } from './en/account';
import { files } from './en/files';
import { staff } from './en/staff';
import { admin } from './en/staff-admin';
import { customers } from './en/staff-customers';
import { inbox } from './en/staff-inbox';
import { staffTickets } from './en/staff-tickets';

export const en: StaffTexts = { account, staff, inbox, staffTickets, customers, files, admin };

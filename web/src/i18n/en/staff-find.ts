import type { StaffTexts } from '../de-staff';

export const find: StaffTexts['find'] = {
  open: 'Search',
  keys: 'Ctrl + K',
};

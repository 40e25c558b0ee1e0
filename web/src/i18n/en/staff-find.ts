import type { StaffTexts } from '../de-staff';

export const find: StaffTexts['find'] = {
  open: 'Search',
  keys: 'Ctrl + K',
  hits: (count) => (count === 1 ? '1 result' : `${count} results`),
  searching: 'Searching …',
};

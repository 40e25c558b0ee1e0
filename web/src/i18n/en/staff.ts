import type { StaffTexts } from '../de-staff';

export const staff: StaffTexts['staff'] = {
  nav: {
    inbox: 'Inbox',
    tickets: 'Tickets',
    customers: 'Customers',
    orders: 'Orders',
    catalog: 'Catalog',
    admin: 'Administration',
    tools: 'Swagger UI',
  },
  openItems: 'to be decided',
  role: 'Role',
  roles: { ADMIN: 'Administrator', AGENT: 'Agent' },
  keys: {
    title: 'Keyboard shortcuts',
    show: 'Show the keyboard shortcuts',
    setting: 'Use single keys as shortcuts',
    settingText:
      'For example j and k in the inbox; ? shows all of them. You can switch them off in your account.',
    ctrlEnter: 'Ctrl + Enter',
    what: {
      j: 'Next item',
      k: 'Previous item',
      Enter: 'Go to the decision',
      t: 'Take it',
      r: 'Release it',
      n: 'Write an internal note',
      ctrlEnter: 'Send what you are writing',
      '?': 'This overview',
    },
  },
};

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
  mails: {
    title: 'My mails',
    text: 'What is new for you; never what you do yourself. At once means after a few minutes, everything in one mail. Daily means at 7 in the morning.',
    topics: {
      inbox: 'Inbox',
      myTickets: 'My tickets: answers and assignments',
      unassignedTickets: 'Tickets that nobody has',
    },
    timings: { AT_ONCE: 'At once', DAILY: 'Daily', NEVER: 'Never' },
  },
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

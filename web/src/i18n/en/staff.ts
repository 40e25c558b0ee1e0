import type { StaffTexts } from '../de-staff';

export const staff: StaffTexts['staff'] = {
  nav: {
    inbox: 'Inbox',
    tickets: 'Tickets',
    customers: 'Customers',
    orders: 'Orders',
    catalog: 'Catalog',
    statistics: 'Statistics',
    admin: 'Administration',
    tools: 'Swagger UI',
    more: 'More',
  },
  openItems: 'to be decided',
  adminsOnly: {
    title: 'For administrators only',
    text: 'This page is part of the administration. If you need something there, please ask an administrator.',
  },
  otherChoice: 'Another choice',
  firstFound: (count) => `The first ${count}; more words lead to the others.`,
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
  notifications: {
    title: 'Notifications',
    text: 'While this tab is open but not seen, your browser tells you of new items in the inbox, tickets that nobody has, and answers to your tickets, with customer and subject. Holds for you in this browser.',
    setting: 'Notify me in this browser',
    saved: {
      on: 'Your browser tells you what is new from now on.',
      off: 'Your browser tells you nothing any more.',
    },
    denied:
      'Your browser does not let this portal notify you. Allow it in the settings of the site, mostly at the lock beside the address.',
    impossible: 'This browser cannot notify you from here.',
    inbox: (type) => `Inbox: ${type}`,
    newTicket: 'New ticket that nobody has',
    answer: (name) => `Answer from ${name}`,
    several: (count) => `${count} pieces of news`,
  },
  showKeys: 'Show the keyboard shortcuts',
};

import type { PortalTexts } from '../de-portal';

/** Whoever reads, in the place of their name. */
const YOU = 'You';
const follows = (who: string): string => (who === YOU ? 'follow' : 'follows');
const inSentence = (whom: string): string => (whom === YOU ? 'you' : whom);

export const tickets: PortalTexts['tickets'] = {
  title: 'Tickets',
  create: 'New request',
  views: { open: 'Open', waiting: 'Waiting for you', done: 'Done' },
  viewsLabel: 'Which tickets',
  whose: 'Whose tickets',
  whoseAll: 'All of the company',
  whoseMine: 'Only mine',
  whoseOther: 'Another person',
  period: 'Period',
  from: 'From',
  until: 'Until',
  searchLabel: 'Search the tickets',
  searchHint: 'Number or keyword',
  columns: { subject: 'Request', status: 'Status', contact: 'Contact', updated: 'Last change' },
  status: {
    NEW: 'New',
    IN_PROGRESS: 'In progress',
    WAITING_FOR_CUSTOMER: 'Waiting for you',
    RESOLVED: 'Resolved',
    CLOSED: 'Closed',
  },
  waitingForAnswer: 'Waiting for an answer',
  priority: 'Priority',
  priorities: { LOW: 'Low', NORMAL: 'Normal', HIGH: 'High', URGENT: 'Urgent' },
  category: 'Category',
  categoryNone: 'None in particular',
  owner: 'For whom?',
  ownerHint: 'They get the confirmation and can follow the ticket',
  ownerSelf: 'For me',
  device: 'Device',
  deviceHint: 'If it is about one of your devices',
  deviceSearch: 'Search the inventory',
  colleagueSearch: 'Find colleagues',
  deviceNone: 'No device in particular',
  empty: {
    open: 'No open ticket',
    openText: 'When you need help, write to us. Here you will see how it goes on.',
    waiting: 'Nobody is waiting for you',
    waitingText: 'As soon as we need an answer from you, the ticket is here.',
    done: 'Nothing done yet',
    doneText: 'You will find resolved and closed tickets here.',
    search: 'Nothing found',
    elsewhere: { open: 'Search open tickets', done: 'Search done tickets' },
    searchText: (words) => `There is no ticket for "${words}" here.`,
  },
  new: {
    title: 'New request',
    text: 'Describe what you need or what does not work. You will receive a confirmation by e-mail.',
    subject: 'What is it about?',
    subjectHint: 'In one sentence, for example "The printer at the reception does not take paper"',
    description: 'Description',
    descriptionHint: 'What happened? Since when? What have you tried?',
    submit: 'Send the request',
    done: (number) => `We have received your request: ${number}.`,
  },
  unread: 'Unread',
  draftMoved: 'The ticket goes on here. What you have written has been kept.',
  request: 'Request',
  conversation: 'History',
  created: 'Created',
  you: YOU,
  reply: {
    title: 'Reply',
    label: 'Your message',
    hint: 'Ctrl + Enter sends',
    submit: 'Send the reply',
    done: 'Your reply has been sent.',
    closed: 'This ticket is closed. Reopen it, or create a new one.',
    kept: 'Your unsent message has been kept and will then be here again.',
    reopens: 'This ticket is done. If you reply, we will continue working on it.',
  },
  close: 'Close the ticket',
  reopen: 'Reopen',
  history: {
    STATUS_CHANGED: (who, to) => `${who} set the status to "${to}"`,
    CLOSED: (who) => `${who} closed the ticket`,
    REOPENED: (who) => `${who} reopened the ticket`,
    WATCHER_ADDED: (who, whom) =>
      who === whom ? `${who} ${follows(who)} the ticket` : `${who} added ${inSentence(whom)} as a follower`,
    WATCHER_REMOVED: (who, whom) =>
      who === whom
        ? `${who} stopped following the ticket`
        : `${who} removed ${inSentence(whom)} from the followers`,
  },
};

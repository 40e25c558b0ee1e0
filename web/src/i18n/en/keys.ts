import type { keys as de } from '../de/keys';

export const keys: typeof de = {
  title: 'Keyboard shortcuts',
  off: 'You can switch the single keys off in your account.',
  names: {
    ctrlEnter: 'Ctrl + Enter',
    ctrlK: 'Ctrl + K',
    ctrlAltEnter: 'Ctrl + Alt + Enter',
    ctrlShiftEnter: 'Ctrl + Shift + Enter',
  },
  places: {
    everywhere: {
      title: 'Everywhere',
      keys: {
        ctrlK: 'Search everything, also with /',
        ctrlEnter: 'Send what you are writing',
        Esc: 'Leave the field, so that the keys work again',
        '?': 'This overview',
      },
    },
    inbox: {
      title: 'Inbox',
      keys: {
        j: 'Next item',
        k: 'Previous item',
        Enter: 'Go to the decision',
        t: 'Take it',
        r: 'Release it',
        n: 'Write an internal note',
      },
    },
    tickets: {
      title: 'List of tickets',
      keys: {
        j: 'Next ticket',
        k: 'Previous ticket',
        Enter: 'Open',
        x: 'Select',
      },
    },
    ticket: {
      title: 'Ticket',
      keys: {
        j: 'Next ticket of the list',
        k: 'Previous ticket of the list',
        a: 'Write an answer to the customer',
        n: 'Write an internal note',
        c: 'Answer to the customer with a canned reply',
        t: 'Assign to me',
        ctrlAltEnter: 'Send the answer to the customer and wait for them',
        ctrlShiftEnter: 'Send the answer to the customer and resolve the ticket',
      },
    },
  },
};

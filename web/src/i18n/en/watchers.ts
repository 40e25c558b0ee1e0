import type { watchers as German } from '../de/watchers';

export const watchers: typeof German = {
  title: 'Followers',
  none: 'Nobody yet. Followers can see this ticket, reply to it and receive the same e-mails.',
  who: 'Colleague',
  choose: 'Please choose',
  add: 'Add',
  added: (name) => (name ? `${name} now follows this ticket.` : 'You now follow this ticket.'),
  remove: (name) => `Remove ${name}`,
  removed: (name) => (name ? `${name} no longer follows this ticket.` : 'You no longer follow this ticket.'),
  leave: 'Stop following',
};

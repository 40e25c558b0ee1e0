import type { closure as German } from '../de/closure';

export const closure: typeof German = {
  closeAsk: 'Is your request done?',
  closeText: 'You can reopen the ticket at any time.',
  closed: 'The ticket is closed.',
  reopenText: 'We will then continue working on it.',
  reopened: 'The ticket is open again.',
};

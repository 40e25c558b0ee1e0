import type { EntryTexts } from '../de';

export const entry: EntryTexts['entry'] = {
  login: {
    title: 'Log in',
    staffTitle: 'Staff login',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Log in',
    forgot: 'Forgot your password?',
    noAccess: 'No access yet?',
    register: 'Request access',
    ended: {
      expired: () => 'Your session has ended. Please log in again.',
      out: () => 'You are logged out.',
      access: (tenant) => `Your access has been ended. If you have questions, please contact ${tenant}.`,
    },
  },
};

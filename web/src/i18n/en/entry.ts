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
    expired: 'Your session has ended. Please log in again.',
    loggedOut: 'You are logged out.',
  },
};

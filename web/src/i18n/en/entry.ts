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
  again: {
    title: 'Your session has ended',
    text: (name) => `${name}, please enter your password. Everything that you have written is still there.`,
    submit: 'Continue',
    other: 'Log out and go to the login',
  },
};

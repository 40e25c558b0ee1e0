/** What is seen before and around the login. */
export const entry = {
  login: {
    title: 'Anmelden',
    staffTitle: 'Anmelden für Mitarbeiter',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    submit: 'Anmelden',
    forgot: 'Passwort vergessen?',
    noAccess: 'Noch keinen Zugang?',
    register: 'Zugang anfragen',
    expired: 'Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.',
    loggedOut: 'Sie sind abgemeldet.',
  },
};

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
  again: {
    title: 'Ihre Sitzung ist beendet',
    text: (name: string): string =>
      `${name}, bitte geben Sie Ihr Passwort ein. Alles, was Sie geschrieben haben, ist noch da.`,
    submit: 'Weiterarbeiten',
    other: 'Abmelden und zur Anmeldung',
  },
};

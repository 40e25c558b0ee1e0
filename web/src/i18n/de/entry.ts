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
    ended: {
      expired: (): string => 'Ihre Sitzung ist beendet. Bitte melden Sie sich neu an.',
      out: (): string => 'Sie sind abgemeldet.',
      access: (tenant: string): string => `Ihr Zugang wurde beendet. Bei Fragen hilft Ihnen ${tenant}.`,
    },
  },
};

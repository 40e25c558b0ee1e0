/** What is said where somebody asks for access, or sets a password. */
export const access = {
  start: {
    title: 'Willkommen im Kundenportal',
    text: 'Geben Sie die Kurzbezeichnung Ihres Systemhauses ein. Sie steht in der Adresse, die Sie von ihm erhalten haben.',
    slug: 'Kurzbezeichnung',
    slugHint: 'Zum Beispiel musterhaus',
    go: 'Weiter zum Portal',
    unknown: 'Ein Portal mit dieser Kurzbezeichnung gibt es nicht.',
    tools: 'Für Entwicklung und Betrieb',
    swagger: 'Swagger UI',
    mailbox: 'Mailbox',
  },
  forgot: {
    title: 'Passwort vergessen',
    text: 'Wir senden Ihnen einen Link, mit dem Sie ein neues Passwort festlegen.',
    submit: 'Link senden',
    done: 'Bitte sehen Sie in Ihr Postfach',
    doneText: (email: string): string =>
      `Wenn ${email} hier einen Zugang hat, ist in den nächsten Minuten eine Mail bei Ihnen. Der Link darin gilt eine Stunde.`,
    toLogin: 'Zur Anmeldung',
  },
  setPassword: {
    title: 'Passwort festlegen',
    text: 'Wählen Sie ein Passwort mit mindestens 12 Zeichen. Mehrere Wörter, die nichts miteinander zu tun haben, sind sicher und leicht zu merken.',
    password: 'Neues Passwort',
    submit: 'Passwort speichern',
    done: 'Ihr Passwort ist gespeichert',
    doneText: 'Sie können sich jetzt damit anmelden.',
    doneAlready: 'Ihr Passwort ist schon festgelegt',
    cutOff:
      'Der Link ist unvollständig. Bitte öffnen Sie ihn noch einmal aus der Mail, oder fordern Sie einen neuen an.',
    newLink: 'Neuen Link anfordern',
  },
  initialPassword: {
    title: 'Eigenes Passwort wählen',
    text: 'Sie haben sich mit einem Initialpasswort angemeldet. Bitte ersetzen Sie es durch ein eigenes.',
    current: 'Initialpasswort',
  },
  register: {
    title: 'Zugang anfragen',
    text: (name: string): string =>
      `Ihre Anfrage geht an ${name}. Dort wird sie geprüft, und Sie erhalten eine Mail.`,
    company: 'Firma',
    firstName: 'Vorname',
    lastName: 'Nachname',
    email: 'Geschäftliche E-Mail-Adresse',
    phone: 'Telefon',
    message: 'Nachricht',
    privacy: 'Ich habe die Hinweise zum Datenschutz gelesen.',
    privacyLink: 'Hinweise zum Datenschutz',
    submit: 'Anfrage senden',
    done: 'Fast geschafft',
    closed: 'Zugänge vergibt Ihr Systemhaus. Bitte wenden Sie sich dorthin.',
  },
  confirm: {
    title: 'E-Mail-Adresse bestätigen',
    text: 'Bestätigen Sie, dass Sie den Zugang angefragt haben.',
    submit: 'Bestätigen',
    done: 'Ihre E-Mail-Adresse ist bestätigt',
    decided: 'Über Ihre Anfrage ist entschieden',
    doneText: 'Sobald Ihr Systemhaus entschieden hat, erhalten Sie eine Mail.',
    again: 'Zugang neu anfragen',
  },
  again: {
    title: 'Ihre Sitzung ist beendet',
    text: (name: string): string =>
      `${name}, bitte geben Sie Ihr Passwort ein. Alles, was Sie geschrieben haben, ist noch da.`,
    submit: 'Weiterarbeiten',
    other: 'Abmelden und zur Anmeldung',
  },
};

import { defineMail, facts, list, text } from '../../../mail/mail-template';

interface ChangedEmail {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** One line for each. */
  readonly sessions: string;
}

/** Goes to the old and to the new address. */
export const emailChangedMail = defineMail<ChangedEmail>('email-changed', {
  de: {
    subject: 'Ihre Anmeldeadresse wurde geändert',
    blocks: [
      text('Guten Tag {name},'),
      text('die E-Mail-Adresse Ihres Zugangs zum {portalName} wurde soeben geändert.'),
      facts([
        ['Bisher', '{before}'],
        ['Jetzt', '{after}'],
      ]),
      text(
        'Mit der neuen Adresse melden Sie sich an, und dorthin gehen alle Mails. Ihr Passwort bleibt dasselbe.',
      ),
      text('Hier sind Sie zurzeit angemeldet (Netzadresse und letzte Verwendung):'),
      list('{sessions}'),
      text('Das war nicht abgesprochen? Dann geben Sie uns bitte sofort Bescheid.'),
    ],
  },
  en: {
    subject: 'Your login address has been changed',
    blocks: [
      text('Hello {name},'),
      text('The e-mail address of your access to {portalName} has just been changed.'),
      facts([
        ['Before', '{before}'],
        ['Now', '{after}'],
      ]),
      text('You log in with the new address, and all e-mails go there. Your password stays the same.'),
      text('This is where you are logged in at present (network address and last use):'),
      list('{sessions}'),
      text('You did not agree to this? Then please let us know at once.'),
    ],
  },
});

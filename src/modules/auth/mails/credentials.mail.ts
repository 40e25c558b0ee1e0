import { button, defineMail, facts, text } from '../../../mail/mail-template';

interface Invitation {
  readonly name: string;
  readonly login: string;
  readonly portalUrl: string;
  readonly hours: number;
}

export const credentialsMail = defineMail<Invitation & { readonly link: string }>('credentials', {
  de: {
    subject: 'Ihr Zugang zum {portalName}',
    blocks: [
      text('Guten Tag {name},'),
      text('für Sie wurde ein Zugang zum {portalName} eingerichtet. Bitte legen Sie Ihr Passwort fest:'),
      button('Passwort festlegen', '{link}'),
      facts([
        ['Portal', '{portalUrl}'],
        ['Benutzername', '{login}'],
      ]),
      text('Der Link gilt {hours} Stunden und kann einmal verwendet werden.'),
    ],
  },
  en: {
    subject: 'Your access to {portalName}',
    blocks: [
      text('Hello {name},'),
      text('You have been given access to {portalName}. Please set your password:'),
      button('Set password', '{link}'),
      facts([
        ['Portal', '{portalUrl}'],
        ['User name', '{login}'],
      ]),
      text('The link is valid for {hours} hours and can be used once.'),
    ],
  },
});

export const initialPasswordMail = defineMail<Invitation & { readonly password: string }>(
  'initial-password',
  {
    de: {
      subject: 'Ihr Zugang zum {portalName}',
      blocks: [
        text('Guten Tag {name},'),
        text('für Sie wurde ein Zugang zum {portalName} eingerichtet.'),
        facts([
          ['Portal', '{portalUrl}'],
          ['Benutzername', '{login}'],
          ['Initialpasswort', '{password}'],
        ]),
        text('Das Initialpasswort gilt {hours} Stunden. Bei der ersten Anmeldung wählen Sie ein eigenes.'),
      ],
    },
    en: {
      subject: 'Your access to {portalName}',
      blocks: [
        text('Hello {name},'),
        text('You have been given access to {portalName}.'),
        facts([
          ['Portal', '{portalUrl}'],
          ['User name', '{login}'],
          ['Initial password', '{password}'],
        ]),
        text('The initial password is valid for {hours} hours. You choose your own when you first log in.'),
      ],
    },
  },
);

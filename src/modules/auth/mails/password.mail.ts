import { button, defineMail, text } from '../../../mail/mail-template';

export const passwordResetMail = defineMail<{
  readonly name: string;
  readonly link: string;
  readonly valid: string;
}>('password-reset', {
  de: {
    subject: 'Neues Passwort für das {portalName}',
    blocks: [
      text('Guten Tag {name},'),
      text('Sie haben ein neues Passwort für das {portalName} angefordert. Hier legen Sie es fest:'),
      button('Neues Passwort festlegen', '{link}'),
      text('Der Link gilt {valid} und kann einmal verwendet werden.'),
      text('Sie haben nichts angefordert? Dann brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.'),
    ],
  },
  en: {
    subject: 'New password for {portalName}',
    blocks: [
      text('Hello {name},'),
      text('You have requested a new password for {portalName}. Set it here:'),
      button('Set new password', '{link}'),
      text('The link is valid for {valid} and can be used once.'),
      text('You did not request this? Then there is nothing you need to do: your password stays as it is.'),
    ],
  },
});

export const passwordChangedMail = defineMail<{ readonly name: string; readonly link: string }>(
  'password-changed',
  {
    de: {
      subject: 'Ihr Passwort wurde geändert',
      blocks: [
        text('Guten Tag {name},'),
        text('das Passwort Ihres Zugangs zum {portalName} wurde soeben geändert.'),
        text(
          'Das waren nicht Sie? Dann fordern Sie bitte sofort ein neues Passwort an und geben Sie uns Bescheid.',
        ),
        button('Neues Passwort anfordern', '{link}'),
      ],
    },
    en: {
      subject: 'Your password has been changed',
      blocks: [
        text('Hello {name},'),
        text('The password of your access to {portalName} has just been changed.'),
        text('This was not you? Then please request a new password at once and let us know.'),
        button('Request a new password', '{link}'),
      ],
    },
  },
);

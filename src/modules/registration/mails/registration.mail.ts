import { button, defineMail, quote, text } from '../../../mail/mail-template';

/** Nothing that anybody typed is in these mails: whoever registers a stranger's address must not write to them. */
export const confirmationMail = defineMail<{ readonly link: string; readonly hours: number }>(
  'registration-confirmation',
  {
    de: {
      subject: 'Bitte bestätigen Sie Ihre Registrierung',
      blocks: [
        text('Guten Tag,'),
        text(
          'für diese E-Mail-Adresse wurde ein Zugang zum {portalName} angefragt. Bitte bestätigen Sie, dass sie Ihre ist:',
        ),
        button('E-Mail-Adresse bestätigen', '{link}'),
        text(
          'Der Link gilt {hours} Stunden. Danach prüfen wir Ihre Anfrage; ist alles in Ordnung, erhalten Sie Ihre Zugangsdaten.',
        ),
        text('Sie haben nichts angefragt? Dann brauchen Sie nichts zu tun.'),
      ],
    },
    en: {
      subject: 'Please confirm your registration',
      blocks: [
        text('Hello,'),
        text(
          'Access to {portalName} has been requested for this e-mail address. Please confirm that it is yours:',
        ),
        button('Confirm e-mail address', '{link}'),
        text(
          'The link is valid for {hours} hours. We then check your request; if everything is fine, you will receive your credentials.',
        ),
        text('You did not request this? Then there is nothing you need to do.'),
      ],
    },
  },
);

export const registrationWaitingMail = defineMail<{ readonly date: string }>('registration-waiting', {
  de: {
    subject: 'Ihre Registrierung liegt uns vor',
    blocks: [
      text('Guten Tag,'),
      text(
        'Ihre Anfrage vom {date} für einen Zugang zum {portalName} liegt uns vor, und Ihre E-Mail-Adresse ist bestätigt. Wir melden uns, sobald wir sie geprüft haben.',
      ),
      text('Sie brauchen nichts weiter zu tun.'),
    ],
  },
  en: {
    subject: 'We have your registration',
    blocks: [
      text('Hello,'),
      text(
        'We have your request of {date} for access to {portalName}, and your e-mail address is confirmed. You will hear from us as soon as we have checked it.',
      ),
      text('There is nothing else to do.'),
    ],
  },
});

export const alreadyRegisteredMail = defineMail<{ readonly name: string; readonly portalUrl: string }>(
  'already-registered',
  {
    de: {
      subject: 'Sie haben bereits einen Zugang zum {portalName}',
      blocks: [
        text('Guten Tag {name},'),
        text(
          'für diese E-Mail-Adresse wurde ein Zugang zum {portalName} angefragt. Sie haben schon einen: Ihr Benutzername ist diese E-Mail-Adresse.',
        ),
        button('Zum Portal', '{portalUrl}'),
        text(
          'Das Passwort ist Ihnen entfallen? Wählen Sie bei der Anmeldung „Passwort vergessen“, dann erhalten Sie einen Link für ein neues.',
        ),
        text('Sie haben nichts angefragt? Dann brauchen Sie nichts zu tun.'),
      ],
    },
    en: {
      subject: 'You already have access to {portalName}',
      blocks: [
        text('Hello {name},'),
        text(
          'Access to {portalName} has been requested for this e-mail address. You have one already: your user name is this e-mail address.',
        ),
        button('Go to the portal', '{portalUrl}'),
        text(
          'You do not remember your password? Choose "Forgot your password?" at the login, and you will receive a link to set a new one.',
        ),
        text('You did not request this? Then there is nothing you need to do.'),
      ],
    },
  },
);

/** `message` is the text of the staff user who decided. */
export const registrationRejectedMail = defineMail<{ readonly message: string }>('registration-rejected', {
  de: {
    subject: 'Ihre Registrierung für das {portalName}',
    blocks: [
      text('Guten Tag,'),
      text(
        'vielen Dank für Ihre Anfrage. Einen Zugang zum {portalName} können wir für diese E-Mail-Adresse leider nicht einrichten.',
      ),
      quote('{message}'),
    ],
  },
  en: {
    subject: 'Your registration for {portalName}',
    blocks: [
      text('Hello,'),
      text(
        'Thank you for your request. We are sorry that we cannot give access to {portalName} to this e-mail address.',
      ),
      quote('{message}'),
    ],
  },
});

import { button, defineMail, text } from '../../mail/mail-template';

export const testMail = defineMail<{ readonly name: string; readonly link: string }>('test', {
  de: {
    subject: 'Testmail: {portalName}',
    blocks: [
      text('Guten Tag {name},'),
      text(
        'diese Mail haben Sie sich selbst gesendet. So sehen Ihre Kunden, von wem die Mails des Portals kommen.',
      ),
      button('Zum Arbeitsplatz', '{link}'),
    ],
  },
  en: {
    subject: 'Test mail: {portalName}',
    blocks: [
      text('Hello {name},'),
      text(
        "You have sent this e-mail to yourself. It shows what your customers see as the sender of the portal's e-mails.",
      ),
      button('Go to the workplace', '{link}'),
    ],
  },
});

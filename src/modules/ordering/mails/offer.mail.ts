import { button, defineMail, facts, quote, text } from '../../../mail/mail-template';
import { type AboutOrder, detailsDe, detailsEn, SUBJECT } from './order-mail-parts';

export const offerMadeMail = defineMail<AboutOrder>('offer-made', {
  de: {
    subject: `${SUBJECT}: unser Angebot`,
    blocks: [
      text('Guten Tag {name},'),
      text(
        'zu Ihrer {kind} {number} machen wir Ihnen dieses Angebot. Im Portal können Sie es annehmen oder ablehnen.',
      ),
      quote('{message}'),
      ...detailsDe,
      button('Angebot ansehen', '{link}'),
    ],
  },
  en: {
    subject: `${SUBJECT}: our offer`,
    blocks: [
      text('Hello {name},'),
      text('This is our offer for your {kind} {number}. You can accept or decline it in the portal.'),
      quote('{message}'),
      ...detailsEn,
      button('View offer', '{link}'),
    ],
  },
});

export const offerWithdrawnMail = defineMail<AboutOrder>('offer-withdrawn', {
  de: {
    subject: `${SUBJECT}: Angebot zurückgezogen`,
    blocks: [
      text('Guten Tag {name},'),
      text('unser Angebot zu Ihrer {kind} {number} ziehen wir zurück. Es kann nicht mehr angenommen werden.'),
      quote('{message}'),
      text('Zurückgezogen ist dieses Angebot:'),
      ...detailsDe,
      button('Im Portal ansehen', '{link}'),
    ],
  },
  en: {
    subject: `${SUBJECT}: offer withdrawn`,
    blocks: [
      text('Hello {name},'),
      text('We withdraw our offer for your {kind} {number}. It cannot be accepted any more.'),
      quote('{message}'),
      text('This is the offer that we have withdrawn:'),
      ...detailsEn,
      button('View in the portal', '{link}'),
    ],
  },
});

export const offerAcceptedMail = defineMail<AboutOrder>('offer-accepted', {
  de: {
    subject: `${SUBJECT}: Angebot angenommen`,
    blocks: [
      text('Guten Tag {name},'),
      text(
        'unser Angebot wurde angenommen. Daraus wurde Ihre verbindliche {kind} {number}; wir führen sie aus.',
      ),
      facts([['Angenommen von', '{actedBy}']]),
      ...detailsDe,
      button('Im Portal ansehen', '{link}'),
    ],
  },
  en: {
    subject: `${SUBJECT}: offer accepted`,
    blocks: [
      text('Hello {name},'),
      text('Our offer has been accepted. It became your binding {kind} {number}; we will carry it out.'),
      facts([['Accepted by', '{actedBy}']]),
      ...detailsEn,
      button('View in the portal', '{link}'),
    ],
  },
});

export const offerDeclinedMail = defineMail<AboutOrder>('offer-declined', {
  de: {
    subject: `${SUBJECT}: Angebot abgelehnt`,
    blocks: [
      text('Guten Tag {name},'),
      text('unser Angebot zu Ihrer {kind} {number} wurde abgelehnt. Eine Bestellung gibt es daraus nicht.'),
      facts([['Abgelehnt von', '{actedBy}']]),
      quote('{message}'),
      text('Abgelehnt ist dieses Angebot:'),
      ...detailsDe,
      button('Im Portal ansehen', '{link}'),
    ],
  },
  en: {
    subject: `${SUBJECT}: offer declined`,
    blocks: [
      text('Hello {name},'),
      text('Our offer for your {kind} {number} has been declined. No order follows from it.'),
      facts([['Declined by', '{actedBy}']]),
      quote('{message}'),
      text('This is the offer that was declined:'),
      ...detailsEn,
      button('View in the portal', '{link}'),
    ],
  },
});

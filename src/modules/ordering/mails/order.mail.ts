import { button, defineMail, facts, quote, text } from '../../../mail/mail-template';
import { type AboutOrder, detailsDe, detailsEn, SUBJECT } from './order-mail-parts';

export const orderReceivedMail = defineMail<AboutOrder>('order-received', {
  de: {
    subject: `${SUBJECT}: Eingangsbestätigung`,
    blocks: [
      text('Guten Tag {name},'),
      text('wir haben Ihre {kind} unter der Nummer {number} erhalten.'),
      text('Dies ist eine Eingangsbestätigung, keine Auftragsannahme.'),
      ...detailsDe,
      button('Im Portal ansehen', '{link}'),
    ],
  },
  en: {
    subject: `${SUBJECT}: received`,
    blocks: [
      text('Hello {name},'),
      text('We have received your {kind} under the number {number}.'),
      text('This only confirms that we have received it; it is not yet an acceptance.'),
      ...detailsEn,
      button('View in the portal', '{link}'),
    ],
  },
});

export const orderAcceptedMail = defineMail<AboutOrder>('order-accepted', {
  de: {
    subject: `${SUBJECT}: angenommen`,
    blocks: [
      text('Guten Tag {name},'),
      text('wir haben Ihre {kind} {number} angenommen.'),
      quote('{message}'),
      ...detailsDe,
      button('Im Portal ansehen', '{link}'),
    ],
  },
  en: {
    subject: `${SUBJECT}: accepted`,
    blocks: [
      text('Hello {name},'),
      text('We have accepted your {kind} {number}.'),
      quote('{message}'),
      ...detailsEn,
      button('View in the portal', '{link}'),
    ],
  },
});

export const orderRejectedMail = defineMail<AboutOrder>('order-rejected', {
  de: {
    subject: `${SUBJECT}: abgelehnt`,
    blocks: [
      text('Guten Tag {name},'),
      text('leider können wir Ihre {kind} {number} nicht ausführen.'),
      quote('{message}'),
      ...detailsDe,
      button('Im Portal ansehen', '{link}'),
    ],
  },
  en: {
    subject: `${SUBJECT}: rejected`,
    blocks: [
      text('Hello {name},'),
      text('Unfortunately we cannot carry out your {kind} {number}.'),
      quote('{message}'),
      ...detailsEn,
      button('View in the portal', '{link}'),
    ],
  },
});

export const orderCancelledMail = defineMail<AboutOrder>('order-cancelled', {
  de: {
    subject: `${SUBJECT}: von uns storniert`,
    blocks: [
      text('Guten Tag {name},'),
      text('leider müssen wir Ihre {kind} {number} stornieren. Unsere Begründung:'),
      quote('{message}'),
      ...detailsDe,
      button('Im Portal ansehen', '{link}'),
    ],
  },
  en: {
    subject: `${SUBJECT}: cancelled by us`,
    blocks: [
      text('Hello {name},'),
      text('Unfortunately we have to cancel your {kind} {number}. Our reason:'),
      quote('{message}'),
      ...detailsEn,
      button('View in the portal', '{link}'),
    ],
  },
});

export const orderCancelledByCustomerMail = defineMail<AboutOrder>('order-cancelled-by-customer', {
  de: {
    subject: `${SUBJECT}: storniert`,
    blocks: [
      text('Guten Tag {name},'),
      text('Ihre {kind} {number} wurde wie gewünscht storniert. Wir bearbeiten sie nicht weiter.'),
      facts([['Storniert von', '{actedBy}']]),
      quote('{message}'),
      ...detailsDe,
      button('Im Portal ansehen', '{link}'),
    ],
  },
  en: {
    subject: `${SUBJECT}: cancelled`,
    blocks: [
      text('Hello {name},'),
      text('Your {kind} {number} has been cancelled as you asked. We will not work on it any further.'),
      facts([['Cancelled by', '{actedBy}']]),
      quote('{message}'),
      ...detailsEn,
      button('View in the portal', '{link}'),
    ],
  },
});

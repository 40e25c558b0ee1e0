import { defineError } from '../../platform/errors';

export const ticketClosed = defineError('conflict', 'ticket.closed', {
  de: 'Dieses Ticket ist geschlossen. Öffnen Sie es wieder oder erfassen Sie ein neues.',
  en: 'This ticket is closed. Reopen it or create a new one.',
});
export const transitionForbidden = defineError('conflict', 'ticket.transition-forbidden', {
  de: 'Ein Ticket im Status {from} kann nicht in den Status {to} wechseln.',
  en: 'A ticket in status {from} cannot change to status {to}.',
});
export const closingNotAllowed = defineError('forbidden', 'ticket.closing-not-allowed', {
  de: 'Tickets werden hier vom Systemhaus geschlossen und wieder geöffnet.',
  en: 'Tickets are closed and reopened by the service provider here.',
});
export const tooManyAttachments = defineError('conflict', 'ticket.too-many-attachments', {
  de: 'Ein Ticket kann höchstens {max} Anhänge haben.',
  en: 'A ticket can have {max} attachments at most.',
});
export const customerOrContactNeeded = defineError('rule', 'ticket.customer-needed', {
  de: 'Bitte geben Sie den Kunden oder den Ansprechpartner an.',
  en: 'Please give the customer or the contact.',
});
export const customerUnknown = defineError('rule', 'ticket.customer-unknown', {
  de: 'Diesen Kunden gibt es nicht.',
  en: 'There is no such customer.',
});
export const contactUnknown = defineError('rule', 'ticket.contact-unknown', {
  de: 'Diesen Ansprechpartner gibt es bei diesem Kunden nicht.',
  en: 'There is no such contact at this customer.',
});
export const assigneeUnknown = defineError('rule', 'ticket.assignee-unknown', {
  de: 'Diesem Mitarbeiter kann nichts zugewiesen werden.',
  en: 'Nothing can be assigned to this staff user.',
});
export const commentUnknown = defineError('rule', 'ticket.comment-unknown', {
  de: 'Anhänge können nur eigenen Kommentaren dieses Tickets hinzugefügt werden.',
  en: 'Attachments can be added to your own comments of this ticket only.',
});

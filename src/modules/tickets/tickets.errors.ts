import { defineError, type ErrorFactory } from '../../platform/errors';

export const ticketClosed = defineError('conflict', 'ticket.closed', {
  de: 'Dieses Ticket ist geschlossen. Öffnen Sie es wieder oder erfassen Sie ein neues.',
  en: 'This ticket is closed. Reopen it or create a new one.',
});
export const transitionForbidden = defineError('conflict', 'ticket.transition-forbidden', {
  de: 'Ein Ticket im Status {from} kann nicht in den Status {to} wechseln.',
  en: 'A ticket in status {from} cannot change to status {to}.',
});
export const ticketMerged = defineError('conflict', 'ticket.merged', {
  de: 'Dieses Ticket wurde mit einem anderen zusammengeführt und geht dort weiter.',
  en: 'This ticket has been merged into another one and goes on there.',
});
export const mergedWithItself = defineError('conflict', 'ticket.merged-with-itself', {
  de: 'Ein Ticket kann nicht mit sich selbst zusammengeführt werden.',
  en: 'A ticket cannot be merged with itself.',
});
export const mergedAcrossCustomers = defineError('conflict', 'ticket.other-customer', {
  de: 'Nur Tickets desselben Kunden können zusammengeführt werden.',
  en: 'Only tickets of the same customer can be merged.',
});
export const tooManyMerged = defineError('conflict', 'ticket.too-many-merged', {
  de: 'In ein Ticket können höchstens {max} andere übergehen.',
  en: 'No more than {max} tickets can be merged into one.',
});
export const sameCustomer = defineError('rule', 'ticket.same-customer', {
  de: 'Das Ticket ist schon bei diesem Kunden.',
  en: 'The ticket belongs to this customer already.',
});
export const ticketHasMerged = defineError('conflict', 'ticket.has-merged', {
  de: 'Andere Tickets des Kunden gehen in diesem weiter, darum bleibt es bei ihm. Erfassen Sie für den richtigen Kunden ein neues Ticket.',
  en: 'Other tickets of the customer go on in this one, so it stays there. Create a new ticket for the right customer.',
});
export const knownToCustomer = defineError('conflict', 'ticket.known-to-customer', {
  de: 'Der bisherige Kunde hat das Ticket selbst erfasst, darin geschrieben oder eine Antwort oder Datei erhalten. Damit niemand Fremdes das liest, bleibt es bei ihm. Erfassen Sie für den richtigen Kunden ein neues Ticket und schließen Sie dieses.',
  en: 'The customer has created the ticket, has written to it or has been sent an answer or a file. It stays there, so that no other company reads that. Create a new ticket for the right customer and close this one.',
});
export const sortOfRunningOnly = defineError('rule', 'ticket.sort-of-running-only', {
  de: 'Nach Priorität lassen sich nur laufende Tickets sortieren.',
  en: 'Only running tickets can be sorted by priority.',
});
export const closingNotAllowed = defineError('forbidden', 'ticket.closing-not-allowed', {
  de: 'Tickets werden hier vom Systemhaus geschlossen und wieder geöffnet.',
  en: 'Tickets are closed and reopened by the service provider here.',
});
export const notOwnTicket = defineError('forbidden', 'ticket.not-own', {
  de: 'Das darf nur, wessen Ticket es ist, oder ein Hauptbenutzer.',
  en: 'Only the owner of the ticket or a main user may do that.',
});
export const watcherWithoutAccess = defineError('conflict', 'ticket.watcher-without-access', {
  de: 'Mitlesen kann nur, wer einen aktiven Zugang zum Kundenportal hat.',
  en: 'Only people with active access to the portal can follow a ticket.',
});
export const tooManyWatchers = defineError('conflict', 'ticket.too-many-watchers', {
  de: 'Bei einem Ticket können höchstens {max} Personen mitlesen.',
  en: 'No more than {max} people can follow a ticket.',
});
export const attachmentEmpty = defineError('rule', 'ticket.attachment-empty', {
  de: 'Die Datei ist leer. Bitte wählen Sie eine andere.',
  en: 'The file is empty. Please choose another one.',
});
export const contactStorageFull = defineError('tooLarge', 'ticket.contact-storage-full', {
  de: 'Ihre Anhänge belegen schon den ganzen Platz, den Sie haben ({max} MiB). Bitte senden Sie die Datei auf anderem Weg.',
  en: 'Your attachments take up all the room that you have already ({max} MiB). Please send the file another way.',
});
export const tenantStorageFull = defineError('tooLarge', 'ticket.storage-full', {
  de: 'Für weitere Anhänge ist kein Platz mehr. Bitte senden Sie die Datei auf anderem Weg.',
  en: 'There is no room for more attachments. Please send the file another way.',
});
export const tooManyAttachments = defineError('conflict', 'ticket.too-many-attachments', {
  de: 'Ein Ticket kann höchstens {max} Anhänge haben.',
  en: 'A ticket can have {max} attachments at most.',
});
export const tooManyUploads = defineError('conflict', 'ticket.too-many-uploads', {
  de: 'Mehr als {max} Dateien können nicht auf ein Ticket warten. Was Sie nicht verwenden, wird nach einem Tag gelöscht.',
  en: 'No more than {max} files can wait for a ticket. What you do not use is deleted after a day.',
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
export const onlyForOneself = defineError('rule', 'ticket.only-for-oneself', {
  de: 'Tickets für Kollegen erfassen nur Hauptbenutzer.',
  en: 'Only main users record tickets for colleagues.',
});
export const colleagueUnknown = defineError('rule', 'ticket.colleague-unknown', {
  de: 'Diesen Kollegen gibt es nicht, oder er hat keinen Zugang zum Portal.',
  en: 'There is no such colleague, or they have no access to the portal.',
});
export const deviceUnknown = defineError('rule', 'ticket.device-unknown', {
  de: 'Dieses Gerät gibt es in der Firma nicht.',
  en: 'The company has no such device.',
});
export const categoryUnknown = defineError('rule', 'ticket.category-unknown', {
  de: 'Diese Kategorie steht nicht zur Wahl.',
  en: 'This category cannot be chosen.',
});
export const categoryNameTaken = defineError('conflict', 'ticket-category.name-taken', {
  de: 'Eine Kategorie mit diesem Namen gibt es schon.',
  en: 'There is a category with this name already.',
});
export const categoryInUse = defineError('conflict', 'ticket-category.in-use', {
  de: 'Es gibt Tickets mit dieser Kategorie, darum kann sie nicht gelöscht werden. Setzen Sie sie auf inaktiv, dann wählt sie niemand mehr.',
  en: 'There are tickets with this category, so it cannot be deleted. Make it inactive, and nobody will choose it any more.',
});
export const tooManyCategories = defineError('conflict', 'ticket-category.too-many', {
  de: 'Mehr als {max} Kategorien sind nicht möglich.',
  en: 'No more than {max} categories are possible.',
});
export const cannedReplyNameTaken = defineError('conflict', 'canned-reply.name-taken', {
  de: 'Einen Textbaustein mit diesem Namen gibt es schon.',
  en: 'There is a canned reply with this name already.',
});
export const tooManyCannedReplies = defineError('conflict', 'canned-reply.too-many', {
  de: 'Mehr als {max} Textbausteine sind nicht möglich.',
  en: 'No more than {max} canned replies are possible.',
});
export const placeholderUnknown = defineError('rule', 'canned-reply.placeholder-unknown', {
  de: 'Den Platzhalter {placeholder} gibt es nicht. Möglich sind {known}.',
  en: 'There is no placeholder {placeholder}. There are {known}.',
});
export const staffUserUnknown = defineError('rule', 'saved-ticket-filter.staff-user-unknown', {
  de: 'Diesen Mitarbeiter gibt es nicht.',
  en: 'There is no such member of staff.',
});
export const filterNameTwice = defineError('rule', 'saved-ticket-filter.name-twice', {
  de: 'Zwei Filter haben denselben Namen.',
  en: 'Two filters have the same name.',
});
export const assigneeUnknown = defineError('rule', 'ticket.assignee-unknown', {
  de: 'Diesem Mitarbeiter kann nichts zugewiesen werden.',
  en: 'Nothing can be assigned to this staff user.',
});
export const commentUnknown = defineError('rule', 'ticket.comment-unknown', {
  de: 'Anhänge können nur eigenen Kommentaren dieses Tickets hinzugefügt werden.',
  en: 'Attachments can be added to your own comments of this ticket only.',
});

export const uploadUnknown = defineError('rule', 'ticket.upload-unknown', {
  de: 'Eine der Dateien ist nicht mehr da oder schon verwendet. Bitte laden Sie sie noch einmal hoch.',
  en: 'One of the files is no longer there or has already been used. Please upload it again.',
});

/** What naming uploads may answer; for its documentation. */
export const NAMED_UPLOAD_ERRORS: readonly ErrorFactory[] = [uploadUnknown, tooManyAttachments];

/** What adding an attachment may answer besides what every upload may; for its documentation. */
export const ATTACHMENT_ERRORS: readonly ErrorFactory[] = [
  attachmentEmpty,
  ticketClosed,
  tooManyAttachments,
  commentUnknown,
  contactStorageFull,
  tenantStorageFull,
];

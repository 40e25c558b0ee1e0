import { defineError } from '../../platform/errors';

export const registrationClosed = defineError('conflict', 'registration.closed', {
  de: 'Eine Registrierung ist hier zurzeit nicht möglich. Bitte wenden Sie sich an Ihren Ansprechpartner im Systemhaus.',
  en: 'Registration is currently closed here. Please contact your service provider.',
});
/** Both are told only to who has the link of the mail. */
export const addressConfirmedAlready = defineError('rule', 'registration.confirmed-already', {
  de: 'Diese E-Mail-Adresse ist schon bestätigt, Sie brauchen nichts mehr zu tun. Sobald Ihr Systemhaus entschieden hat, erhalten Sie eine Mail.',
  en: 'This e-mail address is already confirmed, there is nothing left for you to do. You will get an e-mail as soon as your IT provider has decided.',
});
export const requestDecidedAlready = defineError('rule', 'registration.decided-already', {
  de: 'Über diese Anfrage ist schon entschieden. Wenn Sie Zugang erhalten haben, steht alles Weitere in der Mail mit Ihren Zugangsdaten.',
  en: 'This request has already been decided. If you have been given access, the e-mail with your login details says how to go on.',
});
export const registrationDecided = defineError('conflict', 'registration.decided', {
  de: 'Über diese Registrierung ist schon entschieden.',
  en: 'This registration has been decided already.',
});
export const registrationUnverified = defineError('conflict', 'registration.unverified', {
  de: 'Die E-Mail-Adresse ist noch nicht bestätigt: Jeder könnte sie eingetragen haben. Bestätigen Sie mit acceptUnverified, dass Sie trotzdem Zugang geben wollen.',
  en: 'The e-mail address is not confirmed yet: anybody may have entered it. Say with acceptUnverified that you want to give access nevertheless.',
});
export const roleMissing = defineError('rule', 'registration.role-missing', {
  de: 'Bitte wählen Sie die Rolle: Hauptbenutzer (MAIN_USER) oder Benutzer (USER).',
  en: 'Please choose the role: main user (MAIN_USER) or user (USER).',
});
export const customerChoice = defineError('rule', 'registration.customer-choice', {
  de: 'Bitte geben Sie entweder einen bestehenden Kunden (customerId) oder einen neuen (newCustomer) an.',
  en: 'Please give either an existing customer (customerId) or a new one (newCustomer).',
});
export const customerUnknown = defineError('rule', 'registration.customer-unknown', {
  de: 'Diesen Kunden gibt es nicht.',
  en: 'There is no such customer.',
});
export const contactUnknown = defineError('rule', 'registration.contact-unknown', {
  de: 'Diesen Ansprechpartner gibt es bei diesem Kunden nicht.',
  en: 'There is no such contact at this customer.',
});
export const contactAddressDiffers = defineError('rule', 'registration.contact-address-differs', {
  de: 'Dieser Ansprechpartner hat eine andere E-Mail-Adresse als die Registrierung. Ändern Sie zuerst seine Adresse, oder wählen Sie einen anderen.',
  en: 'This contact has another e-mail address than the registration. Change the address first, or choose somebody else.',
});
export const addressTaken = defineError('conflict', 'registration.address-taken', {
  de: 'Diese E-Mail-Adresse gehört schon zum Ansprechpartner {contact} des Kunden {customer} ({number}). Wählen Sie ihn mit customerId und contactId, oder ändern Sie zuerst seine Adresse.',
  en: 'This e-mail address belongs to the contact {contact} of the customer {customer} ({number}) already. Choose them by customerId and contactId, or change their address first.',
});

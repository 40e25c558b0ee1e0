import { defineError } from '../../platform/errors';

export const customerNumberTaken = defineError('conflict', 'customer.number-taken', {
  de: 'Diese Kundennummer ist schon vergeben.',
  en: 'This customer number is taken already.',
});
export const customerArchived = defineError('conflict', 'customer.archived', {
  de: 'Dieser Kunde ist archiviert. Holen Sie ihn zuerst aus dem Archiv zurück.',
  en: 'This customer is archived. Bring it back from the archive first.',
});
export const contactEmailTaken = defineError('conflict', 'contact.email-taken', {
  de: 'Diese E-Mail-Adresse gehört schon zu einem anderen Ansprechpartner.',
  en: 'This e-mail address belongs to another contact already.',
});
export const contactEmailNeeded = defineError('rule', 'contact.email-needed', {
  de: 'Solange der Kundenportal-Zugang besteht, braucht der Ansprechpartner eine E-Mail-Adresse. Deaktivieren Sie zuerst den Zugang.',
  en: 'While there is an access to the portal, the contact needs an e-mail address. Deactivate the access first.',
});
export const customerUnknown = defineError('rule', 'contact.customer-unknown', {
  de: 'Diesen Kunden gibt es nicht.',
  en: 'There is no such customer.',
});
export const contactErased = defineError('conflict', 'contact.erased', {
  de: 'Dieser Ansprechpartner ist gelöscht.',
  en: 'This contact has been deleted.',
});
export const accessEmailMissing = defineError('rule', 'portal-access.email-missing', {
  de: 'Der Ansprechpartner hat keine E-Mail-Adresse. Tragen Sie zuerst eine ein: Sie ist sein Benutzername.',
  en: 'The contact has no e-mail address. Enter one first: it is the user name.',
});
export const accessEmailTaken = defineError('conflict', 'portal-access.email-taken', {
  de: 'Mit der E-Mail-Adresse dieses Ansprechpartners meldet sich schon jemand anderes an, zum Beispiel ein Mitarbeiter.',
  en: 'Somebody else logs in with the e-mail address of this contact already, for example a staff user.',
});
export const accessNone = defineError('conflict', 'portal-access.none', {
  de: 'Dieser Ansprechpartner hat keinen Kundenportal-Zugang.',
  en: 'This contact has no access to the portal.',
});

import { defineError } from './domain-error';

/** For missing and for foreign objects alike: the caller must not learn which. */
export const notFound = defineError('notFound', 'not-found', {
  de: 'Das gesuchte Objekt gibt es nicht.',
  en: 'There is no such object.',
});
export const unauthenticated = defineError('unauthenticated', 'unauthenticated', {
  de: 'Bitte melden Sie sich an.',
  en: 'Please log in.',
});
export const forbidden = defineError('forbidden', 'forbidden', {
  de: 'Diese Funktion steht Ihnen nicht zur Verfügung.',
  en: 'This function is not available to you.',
});
/** Cross-site request forgery: a page of another site uses the session of its visitor. */
export const crossSite = defineError('forbidden', 'cross-site', {
  de: 'Diese Anfrage kam nicht von einer Seite des Kundenportals.',
  en: 'This request did not come from a page of the portal.',
});
export const malformed = defineError('malformed', 'malformed', {
  de: 'Die Anfrage ist nicht lesbar.',
  en: 'The request cannot be read.',
});
export const validationFailed = defineError('rule', 'validation-failed', {
  de: 'Bitte prüfen Sie Ihre Angaben.',
  en: 'Please check your input.',
});
export const preconditionFailed = defineError('stale', 'stale', {
  de: 'Der Datensatz wurde inzwischen geändert. Bitte laden Sie ihn neu.',
  en: 'The record has been changed meanwhile. Please load it again.',
});
export const recordBusy = defineError('conflict', 'record-busy', {
  de: 'Der Datensatz wird gerade von anderer Seite geändert, zum Beispiel durch einen Import. Bitte versuchen Sie es danach erneut.',
  en: 'The record is being changed by somebody else, for example by an import. Please try again afterwards.',
});
export const preconditionRequired = defineError('preconditionRequired', 'if-match-required', {
  de: 'Senden Sie den ETag des gelesenen Datensatzes im Kopf If-Match mit.',
  en: 'Send the ETag of the record you read in the If-Match header.',
});
export const tooManyRequests = defineError('tooMany', 'too-many-requests', {
  de: 'Zu viele Anfragen. Bitte versuchen Sie es {time} erneut.',
  en: 'Too many requests. Please try again {time}.',
});
export const unavailable = defineError('unavailable', 'unavailable', {
  de: 'Das Kundenportal ist gerade nicht verfügbar. Bitte versuchen Sie es gleich noch einmal.',
  en: 'The portal is not available right now. Please try again in a moment.',
});
export const payloadTooLarge = defineError('tooLarge', 'too-large', {
  de: 'Die Anfrage ist zu groß.',
  en: 'The request is too large.',
});
export const requestTimedOut = defineError('timedOut', 'request-timed-out', {
  de: 'Die Anfrage kam nicht rechtzeitig an. Bitte senden Sie sie noch einmal.',
  en: 'The request did not arrive in time. Please send it again.',
});
export const unsupportedMediaType = defineError('unsupportedType', 'unsupported-media-type', {
  de: 'Dieses Format wird nicht angenommen.',
  en: 'This format is not accepted.',
});

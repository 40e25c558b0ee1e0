import { defineError } from '../../platform/errors';

export const orderAlreadyDecided = defineError('conflict', 'order.decided', {
  de: 'Darüber wurde schon entschieden.',
  en: 'This has been decided already.',
});
export const decisionDoesNotFit = defineError('rule', 'order.decision-does-not-fit', {
  de: 'Bestellungen werden angenommen oder abgelehnt; auf Angebotsanfragen folgt ein Angebot oder eine Ablehnung.',
  en: 'Orders are accepted or rejected; quote requests are answered with an offer or rejected.',
});
export const offerIncomplete = defineError('rule', 'offer.incomplete', {
  de: 'Ein Angebot nennt für jede Position der Anfrage genau einen Preis.',
  en: 'An offer gives exactly one price for every line of the request.',
});
export const offerDateInvalid = defineError('rule', 'offer.date-invalid', {
  de: 'Bitte geben Sie einen künftigen Tag an, zum Beispiel 2026-12-31.',
  en: 'Please give a day in the future, for example 2026-12-31.',
});
export const offerMissing = defineError('conflict', 'offer.missing', {
  de: 'Dazu liegt kein Angebot vor.',
  en: 'There is no offer for this.',
});
export const offerExpired = defineError('conflict', 'offer.expired', {
  de: 'Das Angebot galt bis zum {day}. Bitte fragen Sie erneut an.',
  en: 'The offer was valid until {day}. Please ask again.',
});

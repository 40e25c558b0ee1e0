import { defineError } from '../../platform/errors';

export const tooManyAddresses = defineError('conflict', 'delivery-address.too-many', {
  de: 'Mehr als {max} Lieferadressen kann eine Firma nicht speichern.',
  en: 'A company can save no more than {max} delivery addresses.',
});
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
  de: 'Das Angebot ist abgelaufen. Bitte wenden Sie sich wegen eines neuen an uns, oder fragen Sie erneut an.',
  en: 'The offer has expired. Please contact us for a new one, or send a new request.',
});
export const offerChanged = defineError('conflict', 'offer.changed', {
  de: 'Das Angebot hat sich inzwischen geändert. Es wurde nichts entschieden; bitte prüfen Sie das neue.',
  en: 'The offer has changed meanwhile. Nothing has been decided; please look at the new one.',
});
export const offerIsWithdrawn = defineError('conflict', 'offer.withdrawn', {
  de: 'Das Angebot wurde zurückgezogen.',
  en: 'The offer has been withdrawn.',
});
export const orderBinding = defineError('conflict', 'order.binding', {
  de: 'Diese Bestellung ist durch ein angenommenes Angebot verbindlich. Nur das Systemhaus kann sie stornieren, mit einer Begründung.',
  en: 'This order is binding because an offer was accepted. Only the system house can cancel it, with a reason.',
});
export const orderUndecided = defineError('conflict', 'order.undecided', {
  de: 'Darüber ist noch nicht entschieden. Was Sie nicht ausführen wollen, lehnen Sie im Postkorb ab.',
  en: 'This has not been decided yet. What you do not want to carry out is rejected in the inbox.',
});

export const cartEmpty = defineError('conflict', 'cart.empty', {
  de: 'Der Warenkorb ist leer.',
  en: 'The cart is empty.',
});
export const cartLinesUnavailable = defineError('rule', 'cart.lines-unavailable', {
  de: 'Diese Position gibt es in diesem Shop nicht.',
  en: 'This shop does not have this line.',
});
export const cartFull = defineError('conflict', 'cart.full', {
  de: 'Ein Warenkorb kann höchstens {max} Positionen haben.',
  en: 'A cart can have {max} lines at most.',
});
export const accessoryDoesNotFit = defineError('rule', 'ordering.accessory-does-not-fit', {
  de: 'Dieses Zubehör passt nicht zu diesem Drucker.',
  en: 'This accessory does not fit this printer.',
});
export const linesChanged = defineError('conflict', 'submission.lines-changed', {
  de: 'Einiges im Warenkorb ist nicht mehr erhältlich. Es wurde nichts abgeschickt.',
  en: 'Some of the cart is not available any more. Nothing has been submitted.',
});
export const modeChanged = defineError('conflict', 'submission.mode-changed', {
  de: 'Aus dem Warenkorb würde jetzt etwas anderes als angezeigt. Es wurde nichts abgeschickt.',
  en: 'What you were about to send has changed meanwhile. Nothing has been submitted.',
});
export const totalChanged = defineError('conflict', 'submission.total-changed', {
  de: 'Die Summe des Warenkorbs hat sich geändert. Es wurde nichts abgeschickt.',
  en: 'The total of the cart has changed. Nothing has been submitted.',
});
export const cartChanged = defineError('conflict', 'submission.cart-changed', {
  de: 'Der Warenkorb ist nicht mehr so, wie er angezeigt wurde. Es wurde nichts abgeschickt.',
  en: 'The cart is no longer as it was shown. Nothing has been submitted.',
});
export const termsChanged = defineError('conflict', 'submission.terms-changed', {
  de: 'Die AGB haben sich geändert. Es wurde nichts abgeschickt.',
  en: 'The terms and conditions have changed. Nothing has been submitted.',
});
export const cartVersionMissing = defineError('rule', 'submission.cart-version-missing', {
  de: 'Senden Sie bei einer Bestellung die `version` des angezeigten Warenkorbs mit.',
  en: 'Send along the `version` of the cart that was shown with an order.',
});
export const totalNotExpected = defineError('rule', 'submission.total-not-expected', {
  de: 'Eine Angebotsanfrage hat keine Summe.',
  en: 'A quote request has no total.',
});

/** What is said on the page of one order. */
export const order = {
  by: 'Bestellt von',
  reference: 'Ihr Bestellzeichen',
  costCentre: 'Kostenstelle',
  note: 'Bemerkung',
  address: 'Lieferadresse',
  terms: 'AGB',
  details: 'Angaben',
  lines: 'Positionen',
  article: 'Artikel',
  quantity: 'Menge',
  price: 'Einzelpreis',
  lineTotal: 'Summe',
  history: 'Verlauf',
  events: {
    created: 'Eingegangen',
    fromOffer: 'Angebot angenommen, verbindlich bestellt',
    decided: { ACCEPTED: 'Bestätigt', REJECTED: 'Abgelehnt', OFFER: 'Angebot erhalten' },
    answered: { OFFER_ACCEPTED: 'Angebot angenommen', OFFER_DECLINED: 'Angebot abgelehnt' },
    withdrawn: 'Angebot zurückgezogen',
    cancelled: { CUSTOMER: 'Von Ihrer Firma storniert', STAFF: 'Vom Systemhaus storniert' },
  },
  binding: 'Diese Bestellung kommt aus dem angenommenen Angebot: Sie ist verbindlich und wird bearbeitet.',
  fromRequest: (number: string): string => `Aus der Angebotsanfrage ${number}`,
  becameOrder: (number: string): string => `Zur Bestellung ${number}`,
  print: 'Drucken',
  again: { ORDER: 'Erneut bestellen', QUOTE_REQUEST: 'Erneut anfragen' },
  /** By what it can become today. */
  inCart: {
    ORDER: 'Alles liegt im Warenkorb, zu heutigen Preisen.',
    QUOTE_REQUEST: 'Alles liegt im Warenkorb.',
  },
};

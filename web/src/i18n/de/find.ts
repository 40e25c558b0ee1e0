/** What the dialog of the search over everything says. */
export const find = {
  title: 'Alles durchsuchen',
  placeholder: 'Name, Nummer, Adresse, Telefon …',
  hint: 'Mit den Pfeiltasten wählen, mit Enter öffnen, mit Esc schließen.',
  results: 'Treffer',
  searching: 'Wird gesucht …',
  found: (count: number): string =>
    count === 0 ? 'Nichts gefunden' : count === 1 ? '1 Treffer' : `${count} Treffer, die besten jeder Art`,
  kinds: {
    CUSTOMER: 'Kunden',
    CONTACT: 'Ansprechpartner',
    TICKET: 'Tickets',
    ORDER: 'Bestellungen',
    ARTICLE: 'Artikel',
    DEVICE: 'Geräte',
    PRINTER_MODEL: 'Druckermodelle',
  },
  places: 'Seiten',
};

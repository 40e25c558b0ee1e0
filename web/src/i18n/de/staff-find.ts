/** The search over everything. */
export const find = {
  open: 'Suchen',
  keys: 'Strg + K',
  title: 'Alles durchsuchen',
  placeholder: 'Name, Nummer, Adresse, Telefon …',
  hint: 'Mit den Pfeiltasten wählen, mit Enter öffnen, mit Esc schließen.',
  results: 'Treffer',
  hits: (count: number): string => (count === 1 ? '1 Treffer' : `${count} Treffer`),
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

/** What is said of who watches a ticket. */
export const watchers = {
  title: 'Wer mitliest',
  none: 'Noch niemand. Wer mitliest, sieht dieses Ticket, kann antworten und erhält dieselben Mails.',
  who: 'Kollege',
  choose: 'Bitte wählen',
  add: 'Mitlesen lassen',
  /** Without a name it is whoever reads this. */
  added: (name?: string): string => (name ? `${name} liest jetzt mit.` : 'Sie lesen jetzt mit.'),
  remove: (name: string): string => `${name} nicht mehr mitlesen lassen`,
  removed: (name?: string): string => (name ? `${name} liest nicht mehr mit.` : 'Sie lesen nicht mehr mit.'),
  leave: 'Nicht mehr mitlesen',
};

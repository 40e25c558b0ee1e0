/** What is asked before an order is taken back. */
export const cancel = {
  keep: 'Behalten',
  ask: { ORDER: 'Bestellung stornieren?', QUOTE_REQUEST: 'Angebotsanfrage zurückziehen?' },
  text: 'Das geht, solange sie noch nicht bearbeitet ist.',
  reason: 'Grund',
  done: {
    ORDER: 'Die Bestellung ist storniert.',
    QUOTE_REQUEST: 'Die Angebotsanfrage ist zurückgezogen.',
  },
};

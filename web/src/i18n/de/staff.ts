/** The frame of the workplace of staff. */
export const staff = {
  nav: {
    inbox: 'Postkorb',
    tickets: 'Tickets',
    customers: 'Kunden',
    orders: 'Bestellungen',
    catalog: 'Katalog',
    statistics: 'Statistik',
    admin: 'Administration',
    tools: 'Swagger UI',
    more: 'Mehr',
  },
  openItems: 'zu entscheiden',
  adminsOnly: {
    title: 'Nur für Administratoren',
    text: 'Diese Seite gehört zur Administration. Wenn Sie dort etwas brauchen, wenden Sie sich an einen Administrator.',
  },
  otherChoice: 'Eine andere Auswahl',
  firstFound: (count: number): string => `Die ersten ${count}; mehr Wörter führen zu den übrigen.`,
  role: 'Rolle',
  roles: { ADMIN: 'Administrator', AGENT: 'Agent' },
  mails: {
    title: 'Meine Mails',
    text: 'Was für Sie neu ist; nie das, was Sie selbst tun. Sofort heißt: nach wenigen Minuten, alles zusammen in einer Mail. Täglich heißt: morgens um 7 Uhr.',
    topics: {
      inbox: 'Postkorb',
      myTickets: 'Meine Tickets: Antworten und Zuweisungen',
      unassignedTickets: 'Tickets, die niemand hat',
    },
    timings: { AT_ONCE: 'Sofort', DAILY: 'Täglich', NEVER: 'Nie' },
  },
  notifications: {
    title: 'Benachrichtigungen',
    text: 'Ist dieser Tab offen, aber nicht zu sehen, meldet Ihr Browser Neues im Postkorb, Tickets, die niemand hat, und Antworten zu Ihren Tickets, mit Kunde und Betreff. Gilt für Sie in diesem Browser.',
    setting: 'In diesem Browser benachrichtigen',
    saved: {
      on: 'Ihr Browser meldet jetzt, was neu ist.',
      off: 'Ihr Browser meldet nichts mehr.',
    },
    denied:
      'Ihr Browser erlaubt diesem Portal keine Benachrichtigungen. Erlauben Sie sie in den Einstellungen der Seite, meist beim Schloss neben der Adresse.',
    impossible: 'Dieser Browser kann von hier aus nicht benachrichtigen.',
    inbox: (type: string): string => `Postkorb: ${type}`,
    newTicket: 'Neues Ticket, das niemand hat',
    answer: (name: string): string => `Antwort von ${name}`,
    several: (count: number): string => `${count} Neuigkeiten`,
  },
  showKeys: 'Tastenkürzel anzeigen',
};

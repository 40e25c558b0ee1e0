/** The frame of the workplace of staff. */
export const staff = {
  nav: {
    inbox: 'Postkorb',
    tickets: 'Tickets',
    customers: 'Kunden',
    orders: 'Bestellungen',
    catalog: 'Katalog',
    admin: 'Administration',
    tools: 'Swagger UI',
  },
  openItems: 'zu entscheiden',
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
  keys: {
    title: 'Tastenkürzel',
    show: 'Tastenkürzel anzeigen',
    setting: 'Einzelne Tasten als Kürzel benutzen',
    settingText:
      'Zum Beispiel j und k im Postkorb; mit ? sehen Sie alle. Abschalten können Sie sie im Konto.',
    ctrlEnter: 'Strg + Enter',
    what: {
      j: 'Nächster Eintrag',
      k: 'Voriger Eintrag',
      Enter: 'Zur Entscheidung',
      t: 'Übernehmen',
      r: 'Freigeben',
      n: 'Interne Notiz schreiben',
      ctrlEnter: 'Absenden, was Sie schreiben',
      '?': 'Diese Übersicht',
    },
  },
};

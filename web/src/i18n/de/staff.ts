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

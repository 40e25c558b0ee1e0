/** What the keys of the workplace do, place by place. */
export const keys = {
  title: 'Tastenkürzel',
  off: 'Abschalten können Sie die einzelnen Tasten im Konto.',
  names: {
    ctrlEnter: 'Strg + Enter',
    ctrlK: 'Strg + K',
    ctrlAltEnter: 'Strg + Alt + Enter',
    ctrlShiftEnter: 'Strg + Umschalt + Enter',
  } as Readonly<Record<string, string>>,
  places: {
    everywhere: {
      title: 'Überall',
      keys: {
        ctrlK: 'Alles durchsuchen, auch mit /',
        ctrlEnter: 'Absenden, was Sie schreiben',
        Esc: 'Das Feld verlassen, damit die Tasten wieder gelten',
        '?': 'Diese Übersicht',
      },
    },
    inbox: {
      title: 'Postkorb',
      keys: {
        j: 'Nächster Eintrag',
        k: 'Voriger Eintrag',
        Enter: 'Zur Entscheidung',
        t: 'Übernehmen',
        r: 'Freigeben',
        n: 'Interne Notiz schreiben',
      },
    },
    tickets: {
      title: 'Liste der Tickets',
      keys: {
        j: 'Nächstes Ticket',
        k: 'Voriges Ticket',
        Enter: 'Öffnen',
        x: 'Auswählen',
      },
    },
    ticket: {
      title: 'Ticket',
      keys: {
        j: 'Nächstes Ticket der Liste',
        k: 'Voriges Ticket der Liste',
        a: 'Antwort an den Kunden schreiben',
        n: 'Interne Notiz schreiben',
        c: 'Antwort an den Kunden mit Textbaustein',
        t: 'Mir zuweisen',
        ctrlAltEnter: 'Antwort an den Kunden senden und auf ihn warten',
        ctrlShiftEnter: 'Antwort an den Kunden senden und das Ticket lösen',
      },
    },
  },
};

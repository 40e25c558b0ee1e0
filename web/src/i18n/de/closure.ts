/** What is asked before a ticket is closed or opened again. */
export const closure = {
  closeAsk: 'Ist Ihr Anliegen erledigt?',
  closeText: 'Sie können das Ticket jederzeit wieder öffnen.',
  closed: 'Das Ticket ist geschlossen.',
  reopenText: 'Die Bearbeitung geht dann weiter.',
  reopened: 'Das Ticket ist wieder offen.',
};

/** Textbausteine: what staff write often. */
export const replies = {
  title: 'Textbausteine',
  text: 'Was Ihre Mitarbeiter oft schreiben. Sie fügen es in Antworten ein; Platzhalter werden dabei ausgefüllt.',
  add: 'Neuer Textbaustein',
  name: 'Name',
  body: 'Text',
  insert: 'Platzhalter einfügen:',
  placeholders: {
    contactName: 'Name des Ansprechpartners',
    ticketNumber: 'Ticketnummer',
    staffName: 'Wer antwortet',
  },
  added: 'Der Textbaustein ist angelegt.',
  remove: 'Textbaustein löschen',
  removed: 'Der Textbaustein ist gelöscht.',
  nothing: 'Noch kein Textbaustein',
  nothingText: 'Legen Sie an, was Sie sonst immer wieder schreiben.',
};

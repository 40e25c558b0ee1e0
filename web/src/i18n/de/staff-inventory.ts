/** The inventory of a customer. */
export const inventory = {
  add: 'Neues Gerät',
  added: 'Das Gerät ist angelegt.',
  edit: (name: string): string => `${name} bearbeiten`,
  searchLabel: 'Geräte dieses Kunden suchen',
  searchHint: 'Name, Inventar- oder Seriennummer, Standort',
  nothingFound: 'Kein Gerät gefunden.',
  modelUnknown: 'Dieses Druckermodell gibt es nicht. Bitte wählen Sie einen Vorschlag.',
  fields: {
    name: 'Name',
    type: 'Geräteart',
    printerModel: 'Druckermodell',
    serialNumber: 'Seriennummer',
    assetTag: 'Inventarnummer',
    location: 'Standort',
    room: 'Raum',
    userName: 'Wer damit arbeitet',
    status: 'Status',
    notes: 'Interne Bemerkung',
  },
  hints: {
    type: 'Zum Beispiel Drucker oder Notebook',
    printerModel: 'Macht es zu einem Drucker im DruckerShop',
  },
};

/** What the page of the devices says. */
export const devices = {
  title: 'Geräte',
  text: 'Was Ihr Systemhaus für Ihre Firma im Inventar führt.',
  searchLabel: 'Geräte durchsuchen',
  searchHint: 'Name, Nummer, Standort oder Raum',
  columns: { name: 'Gerät', place: 'Standort', numbers: 'Nummern', status: 'Status', actions: 'Melden' },
  status: { IN_USE: 'In Betrieb', IN_STOCK: 'Auf Lager', RETIRED: 'Ausgemustert' },
  room: (room: string): string => `Raum\u00a0${room}`,
  usedBy: (name: string): string => `benutzt von ${name}`,
  serialNumber: 'Seriennr.',
  assetTag: 'Inventarnr.',
  supplies: 'Zubehör bestellen',
  empty: 'Noch keine Geräte',
  emptyText: 'Sobald Ihr Systemhaus Geräte Ihrer Firma erfasst hat, stehen sie hier.',
  nothing: 'Nichts gefunden',
  nothingText: (words: string): string => `Zu „${words}“ gibt es kein Gerät.`,
};

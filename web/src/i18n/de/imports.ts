/** What the import of files says. */
export const imports = {
  title: 'Import aus CSV-Dateien',
  kind: 'Was importiert wird',
  kinds: {
    articles: 'Artikel',
    'printer-models': 'Druckermodelle',
    devices: 'Geräte',
    customers: 'Kunden',
    contacts: 'Ansprechpartner',
  },
  template: '1. Vorlage',
  templateText: {
    articles:
      'Eine Zeile für jeden Artikel. Die Artikelnummer sagt, welcher gemeint ist: Eine bekannte ändert ihn, eine neue legt ihn an.',
    'printer-models':
      'Eine Zeile für jedes Druckermodell und jeden Artikel, der dazu passt; ein Modell ohne Zubehör hat eine Zeile ohne Artikelnummer. Die Artikel müssen schon im Katalog stehen.',
    devices:
      'Eine Zeile für jedes Gerät. Die Inventarnummer sagt, welches gemeint ist; ohne sie die Seriennummer, sonst der Name. Kunden und Druckermodelle müssen schon angelegt sein.',
    customers:
      'Eine Zeile für jeden Kunden. Die Kundennummer sagt, welcher gemeint ist: Eine bekannte ändert ihn, eine neue legt ihn an.',
    contacts:
      'Eine Zeile für jeden Ansprechpartner. Die E-Mail-Adresse sagt, wer gemeint ist; wer keine hat, wird am Namen bei seinem Kunden erkannt. Die Kunden müssen schon angelegt sein. Zugänge zum Kundenportal und Mails entstehen beim Import nie; Sie laden danach ein, wen Sie möchten.',
  },
  ofCustomer: (customer: string): string => `Ansprechpartner von ${customer}`,
  ofCustomerText:
    'Eine Zeile für jeden Ansprechpartner; alle kommen zu diesem Kunden. Die E-Mail-Adresse sagt, wer gemeint ist; wer keine hat, wird am Namen erkannt. Zugänge zum Kundenportal und Mails entstehen beim Import nie; Sie laden danach ein, wen Sie möchten.',
  ofAll: 'Für alle Kunden importieren',
  download: 'Vorlage laden',
  existing: 'Vorhandene Daten laden',
  columns: (count: number): string => `Die ${count} Spalten erklärt`,
  columnsLabel: 'Spalten der Datei',
  column: 'Spalte',
  content: 'Was darin steht',
  example: 'Beispiel',
  isKey: 'Sagt, was gemeint ist',
  isNeeded: 'Nötig, wenn etwas neu ist',
  otherNames: (names: string): string => `Darf auch heißen: ${names}`,
  file: '2. Datei prüfen',
  choose: 'CSV-Datei auswählen',
  fileHint: 'oder hierher ziehen. Beim Prüfen wird nichts geschrieben.',
  running: {
    check: (name: string): string => `${name} wird geprüft …`,
    apply: (name: string): string => `${name} wird übernommen …`,
  },
  checked: 'Geprüft, noch nichts übernommen.',
  applied: 'Übernommen.',
  hasBad: (count: number): string =>
    count === 1
      ? 'Eine Zeile hat Fehler. Berichtigen Sie die Datei und wählen Sie sie noch einmal aus, oder übernehmen Sie nur die guten Zeilen.'
      : `${count} Zeilen haben Fehler. Berichtigen Sie die Datei und wählen Sie sie noch einmal aus, oder übernehmen Sie nur die guten Zeilen.`,
  allGood: 'Die Datei kann ganz übernommen werden.',
  nothingNew: 'Alles steht schon genau so da; es gibt nichts zu übernehmen.',
  joined: 'Zugänge vergeben: Diese Kunden haben neue Ansprechpartner',
  rows: 'Zeilen der Datei',
  created: (done: boolean): string => (done ? 'Neu angelegt' : 'Werden neu angelegt'),
  updated: (done: boolean): string => (done ? 'Geändert' : 'Werden geändert'),
  unchanged: 'Unverändert',
  failed: (done: boolean): string => (done ? 'Ausgelassen' : 'Fehlerhaft'),
  badCells: 'Fehlerhafte Zellen',
  line: 'Zeile',
  lineNumber: (line: number): string => `Zeile ${line}`,
  cell: 'Inhalt',
  emptyCell: 'leer',
  wrong: 'Was nicht stimmt',
  firstOf: (shown: number, all: number): string => `Die ersten ${shown} von ${all} fehlerhaften Zellen.`,
  apply: (rows: number): string => (rows === 1 ? 'Eine Zeile übernehmen' : `${rows} Zeilen übernehmen`),
  applyGood: (rows: number): string =>
    rows === 1 ? 'Nur die gute Zeile übernehmen' : `Nur die ${rows} guten Zeilen übernehmen`,
};

/** Files whose lines are told apart by a key; the value is what an import of the same keys changes. */
export const KEYED_FILES = {
  customers: {
    header: 'Kundennummer;Name',
    lineOf: (key: string, value: string): string => `${key};${value}`,
  },
  articles: {
    header: 'Artikelnummer;Bezeichnung;Aktiv',
    lineOf: (key: string, value: string): string => `${key};${value};ja`,
  },
  'printer-models': {
    header: 'Druckerhersteller;Druckermodell;Artikelnummer;Art',
    lineOf: (key: string, value: string): string => `Brother;${key};BR-TN2420;${value}`,
  },
  devices: {
    header: 'Inventarnummer;Kundennummer;Name;Druckermodell',
    lineOf: (key: string, value: string): string => `${key};K-10001;${value};Brother HL-L2350DW`,
  },
};

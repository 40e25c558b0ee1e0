export const changes = {
  title: 'Es hat sich etwas geändert',
  text: 'Es wurde nichts abgeschickt. Bitte sehen Sie nach und senden Sie dann noch einmal.',
  what: {
    NOT_IN_SHOP: 'nicht mehr erhältlich',
    PRINTER_NOT_AVAILABLE: 'der Drucker ist nicht mehr im Bestand',
    DOES_NOT_FIT: 'passt nicht mehr zu diesem Drucker',
    PRICE_CHANGED: (from: string, to: string): string => `Preis ${to}, vorher ${from}`,
    PRICE_NEW: (to: string): string => `hat jetzt einen Preis: ${to}`,
    PRICE_MISSING: 'hat keinen Preis mehr',
    NUMBER_CHANGED: (from: string, to: string): string => `Nummer ${to}, vorher ${from}`,
    NAME_CHANGED: (from: string, to: string): string => `heißt jetzt „${to}“, vorher „${from}“`,
    UNIT_CHANGED: (from: string, to: string): string => `Einheit ${to}, vorher ${from}`,
    KIND_CHANGED: (from: string, to: string): string => `Art ${to}, vorher ${from}`,
    VAT_RATE_CHANGED: (from: string, to: string): string => `Umsatzsteuer ${to}, vorher ${from}`,
    PRINTER_CHANGED: 'die Angaben zum Drucker sind andere',
  },
  now: {
    ORDER: 'Der Warenkorb wird jetzt eine Bestellung.',
    QUOTE_REQUEST: 'Der Warenkorb wird jetzt eine Angebotsanfrage.',
  },
};

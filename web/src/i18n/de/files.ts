/** Files that are chosen, sent and shown. */
export const files = {
  count: (count: number): string => (count === 1 ? '1 Datei' : `${count} Dateien`),
  title: 'Dateien',
  add: 'Dateien auswählen',
  drop: 'Hierher ziehen, einfügen oder',
  limit: (size: string, most: number): string => `Bis ${size} je Datei, höchstens ${most} Dateien`,
  tooMany: (most: number): string => `Höchstens ${most} Dateien je Nachricht.`,
  states: {
    sending: 'Wird hochgeladen …',
    waiting: 'Wird hochgeladen, sobald Sie wieder verbunden sind',
    sent: 'Hochgeladen',
    failed: 'Nicht hochgeladen',
  },
  expired: 'nicht mehr da. Bitte wählen Sie die Datei noch einmal aus.',
  retry: (name: string): string => `„${name}“ erneut hochladen`,
  missing: (name: string): string =>
    `„${name}“ ist nicht hochgeladen. Versuchen Sie es erneut, oder entfernen Sie die Datei.`,
  tooLarge: (name: string, size: string): string => `„${name}“ ist größer als ${size}.`,
  dropped: (count: number): string =>
    count === 1 ? '1 Datei hinzugefügt.' : `${count} Dateien hinzugefügt.`,
  remove: (name: string): string => `„${name}“ entfernen`,
};

export type FileTexts = typeof files;

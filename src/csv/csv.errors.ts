import { defineError, type ErrorFactory } from '../platform/errors';

/** The rows are bad, not the file: the answer carries the report. */
export const importRejected = defineError('rule', 'import.rejected', {
  de: 'Fehlerhafte Zellen: {errorCount}. Es wurde nichts übernommen.',
  en: 'Bad cells: {errorCount}. Nothing was imported.',
});
export const importRunning = defineError('conflict', 'import.running', {
  de: 'Ein Import dieser Art läuft gerade. Bitte versuchen Sie es danach erneut.',
  en: 'An import of this kind is running. Please try again afterwards.',
});
export const importEmpty = defineError('rule', 'import.empty', {
  de: 'Die Datei ist leer. Die erste Zeile muss die Namen der Spalten enthalten.',
  en: 'The file is empty. Its first line must hold the names of the columns.',
});
export const importNoText = defineError('rule', 'import.no-text', {
  de: 'Das ist keine CSV-Datei, sondern zum Beispiel eine Excel-Arbeitsmappe. Speichern Sie die Tabelle als „CSV UTF-8“.',
  en: 'This is no CSV file but a workbook, for example. Save the table as "CSV UTF-8".',
});
export const importEncoding = defineError('rule', 'import.encoding', {
  de: 'In Zeile {line}, Spalte {column} sind die Zeichen der Datei nicht eindeutig zu lesen. Es wurde nichts übernommen. Speichern Sie die Tabelle als UTF-8 (in Excel: „CSV UTF-8“).',
  en: 'In line {line}, column {column}, the characters of the file cannot be read without doubt. Nothing was imported. Save the table as UTF-8 (in Excel: "CSV UTF-8").',
});
export const importHeader = defineError('rule', 'import.header', {
  de: 'Die Zeile mit den Spaltennamen ist nicht lesbar: Ein Anführungszeichen steht an falscher Stelle, oder sie ist zu lang.',
  en: 'The line with the names of the columns cannot be read: a quotation mark is misplaced, or it is too long.',
});
export const importColumns = defineError('rule', 'import.too-many-columns', {
  de: 'Die Datei hat {count} Spalten; höchstens {max} werden gelesen.',
  en: 'The file has {count} columns; at most {max} are read.',
});
export const importColumnUnknown = defineError('rule', 'import.column-unknown', {
  de: 'Unbekannte Spalten: {names}. Möglich sind: {known}.',
  en: 'Unknown columns: {names}. Possible are: {known}.',
});
export const importColumnRepeated = defineError('rule', 'import.column-repeated', {
  de: 'Diese Spalten kommen mehrmals vor: {names}.',
  en: 'These columns occur more than once: {names}.',
});
export const importColumnMissing = defineError('rule', 'import.column-missing', {
  de: 'Diese Spalten fehlen: {names}. Ohne sie ist nicht zu erkennen, was eine Zeile meint.',
  en: 'These columns are missing: {names}. Without them nobody can tell what a row means.',
});
export const importBroken = defineError('rule', 'import.broken', {
  de: 'Über {max} Zeilen sind nicht lesbar, die letzte davon ist Zeile {line}. Prüfen Sie Anführungszeichen und Trennzeichen der Datei.',
  en: 'More than {max} rows cannot be read, the last of them is line {line}. Check the quotation marks and separators of the file.',
});

/** What every import may answer besides what every upload may; for its documentation. */
export const IMPORT_ERRORS: readonly ErrorFactory[] = [
  importRejected,
  importRunning,
  importEmpty,
  importNoText,
  importEncoding,
  importHeader,
  importColumns,
  importColumnUnknown,
  importColumnRepeated,
  importColumnMissing,
  importBroken,
];

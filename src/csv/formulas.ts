import { BadCell } from './cells/cell-type';

// A sign that spreadsheets take for the beginning of a formula, also in its other widths and heights.
const SIGN = '=+\\-@\\t\\r\\n＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−';
/** Blanks and invisible characters: some programs skip them. Quotation marks of ours are among what is skipped, too. */
const SKIPPED = "'\\s\\p{Cc}\\p{Default_Ignorable_Code_Point}";
const FORMULA = new RegExp(`^[${SKIPPED}]*[${SIGN}]`, 'u');

/** What spreadsheets write in place of a value that they could not compute, or had no room for. */
const FAILED = new RegExp(
  "^'*(?:#(?:NV|N/A|NAME\\?|MAKRO\\?|MACRO\\?|(?:DIV/0|BEZUG|REF|WERT|VALUE|ZAHL|NUM|NULL|ÜBERLAUF|SPILL|KALK|CALC|FELD|FIELD|" +
    'BLOCKIERT|BLOCKED|VERBINDEN|CONNECT|UNBEKANNT|UNKNOWN|BUSY)!)|#{2,}|Err:\\d{3})$',
  'i',
);
/** What they make of a long number: its last digits are lost. */
const SCIENTIFIC = /^'*-?\d(?:[.,]\d+)?E[+-]\d{2,}$/i;
/** How people keep a spreadsheet from making a number of it. */
const KEPT_TEXT = /^="((?:[^"]|"")*)"$/s;

const FAILURE = new BadCell('spreadsheet-error', {
  de: 'Hier steht ein Fehlerwert der Tabelle. Berichtigen Sie die Zelle, und speichern Sie die Datei noch einmal.',
  en: 'This is an error value of the spreadsheet. Mend the cell and save the file again.',
});
const ROUNDED = new BadCell('spreadsheet-number', {
  de: 'Die Tabelle hat hier eine Zahl gekürzt. Formatieren Sie die Spalte als Text, und tragen Sie den Wert neu ein.',
  en: 'The spreadsheet has shortened a number here. Format the column as text and enter the value again.',
});

/** A text that no spreadsheet takes for a formula, and no import for what a spreadsheet has damaged. */
export function neutralised(text: string): string {
  return isMistakable(text) ? `'${text}` : text;
}

/** What `neutralised` was given: exporting and importing changes nothing. */
export function deneutralised(text: string): string {
  return text.startsWith("'") && isMistakable(text) ? text.slice(1) : text;
}

/** The content of a cell, without what spreadsheets put around it. */
export function textOfCell(cell: string): string | BadCell {
  const text = cell.trim();
  const [, kept] = KEPT_TEXT.exec(text) ?? [];
  if (kept !== undefined) return kept.replaceAll('""', '"').trim();
  if (FAILED.test(text) && !text.startsWith("'")) return FAILURE;
  if (SCIENTIFIC.test(text) && !text.startsWith("'")) return ROUNDED;
  return deneutralised(text);
}

function isMistakable(text: string): boolean {
  return FORMULA.test(text) || FAILED.test(text) || SCIENTIFIC.test(text);
}

import { integer } from '../../../csv/cells/numbers';
import { text } from '../../../csv/cells/texts';
import { optional, required } from '../../../csv/columns';
import type { ImportSheet } from '../../../csv/import-sheet';

/** The columns of imports and exports: a row for each model and article. */
export const PRINTER_MODEL_COLUMNS = {
  manufacturer: required(text({ max: 100 }), 'Druckerhersteller', 'manufacturer', 'Hersteller'),
  model: required(text({ max: 100 }), 'Druckermodell', 'model', 'Modell', 'name'),
  article: optional(text({ max: 60 }), 'Artikelnummer', 'articleNumber', 'Art.-Nr.'),
  kind: optional(text({ max: 100 }), 'Art', 'kind', 'Zubehörart'),
  yield_pages: optional(integer(1, 10_000_000), 'Reichweite', 'yieldPages', 'Seiten', 'yield'),
};

export const PRINTER_MODEL_KEY = ['manufacturer', 'model', 'article'];

export const PRINTER_MODEL_SHEET: ImportSheet = {
  fileName: 'druckermodelle-vorlage.csv',
  columns: PRINTER_MODEL_COLUMNS,
  key: PRINTER_MODEL_KEY,
  example: `
Druckerhersteller;Druckermodell;Artikelnummer;Art;Reichweite
Brother;HL-L2350DW;BR-TN2420;Toner schwarz;3.000
Brother;HL-L2350DW;BR-DR2400;Trommeleinheit;12.000
Brother;QL-820NWB;;;`,
};

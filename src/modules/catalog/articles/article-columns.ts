import { BadCell, type CellType } from '../../../csv/cells/cell-type';
import { yesNo } from '../../../csv/cells/choices';
import { money, percent } from '../../../csv/cells/numbers';
import { text } from '../../../csv/cells/texts';
import { filled, optional, preset, required } from '../../../csv/columns';
import type { ImportSheet } from '../../../csv/import-sheet';
import type { ImportTable } from '../../../csv/table-import';
import { articleNumberTaken, eanInvalid } from '../catalog.errors';
import { MAX_PRICE_CENTS } from '../money';
import { readEan } from './ean';

/** The columns of imports and exports; the limits are those of the JSON bodies. */
export const ARTICLE_TABLE: ImportTable = {
  name: 'articles',
  key: 'number',
  duplicates: { articles_number: articleNumberTaken },
  changedAt: 'updated_at',
  columns: {
    number: required(
      text({ max: 60 }),
      'Artikelnummer',
      'number',
      'Art.-Nr.',
      'Artikel-Nr.',
      'articleNumber',
    ),
    name: required(text({ max: 200 }), 'Bezeichnung', 'name', 'Artikelbezeichnung', 'Artikelname'),
    description: optional(text({ max: 5000, lines: true }), 'Beschreibung', 'description', 'Langtext'),
    manufacturer: optional(text({ max: 100 }), 'Hersteller', 'manufacturer'),
    manufacturer_number: optional(
      text({ max: 60 }),
      'Herstellernummer',
      'manufacturerNumber',
      'Herstellerartikelnummer',
      'Hersteller-Nr.',
    ),
    ean: optional(ean(), 'EAN', 'GTIN'),
    unit: preset('Stück', text({ max: 30 }), 'Einheit', 'unit', 'Mengeneinheit', 'ME'),
    net_price_cents: optional(
      money({ max: MAX_PRICE_CENTS }),
      'Nettopreis',
      'netPrice',
      'Preis netto',
      'Netto-VK',
      'Listenpreis',
    ),
    vat_rate_permille: preset(
      190,
      percent({ max: 1000 }),
      'USt-Satz',
      'vatRatePercent',
      'MwSt-Satz',
      'MwSt',
      'USt',
      'vatRate',
    ),
    category: optional(text({ max: 100 }), 'Warengruppe', 'category', 'Kategorie'),
    online_shop: preset(false, yesNo(), 'OnlineShop', 'Shop'),
    // What is switched off in the shops must be said: an empty cell could mean either.
    active: filled(yesNo(), 'Aktiv', 'active'),
  },
};

export const ARTICLE_SHEET: ImportSheet = {
  fileName: 'artikel-vorlage.csv',
  columns: ARTICLE_TABLE.columns,
  key: [ARTICLE_TABLE.key],
  example: `
Artikelnummer;Bezeichnung;Hersteller;Herstellernummer;Nettopreis;USt-Satz;Warengruppe;OnlineShop;Aktiv
CSV-1001;Toner schwarz TN-2420;Brother;TN-2420;64,90;19;Toner;ja;ja
CSV-1002;"Monitor 24"" Full HD";Dell;P2425H;1.189,00;19;Monitore;nein;ja
CSV-1003;Projektor auf Anfrage;;;;;Projektoren;ja;ja`,
};

function ean(): CellType<string> {
  return {
    sql: 'text',
    description: {
      de: '8, 12, 13 oder 14 Ziffern mit richtiger Prüfziffer',
      en: '8, 12, 13 or 14 digits with the right check digit',
    },
    read: (written) => readEan(written) ?? new BadCell('ean', eanInvalid().texts),
    write: String,
  };
}

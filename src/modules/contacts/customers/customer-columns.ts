import { emailAddress, text, webAddress } from '../../../csv/cells/texts';
import { optional, preset, required } from '../../../csv/columns';
import type { ImportSheet } from '../../../csv/import-sheet';
import type { ImportTable } from '../../../csv/table-import';
import { customerNumberTaken } from '../contacts.errors';

/** The columns of imports and exports; the limits are those of the JSON bodies. */
export const CUSTOMER_TABLE: ImportTable = {
  name: 'customers',
  key: 'number',
  duplicates: { customers_number: customerNumberTaken },
  columns: {
    number: required(text({ max: 30 }), 'Kundennummer', 'number', 'Kunden-Nr.', 'Kd-Nr.', 'customerNumber'),
    name: required(text({ max: 200 }), 'Name', 'Firma', 'company'),
    street: optional(text({ max: 200 }), 'Straße', 'street'),
    postal_code: optional(text({ max: 20 }), 'PLZ', 'Postleitzahl', 'postalCode', 'zip'),
    city: optional(text({ max: 100 }), 'Ort', 'Stadt', 'city'),
    country: preset(
      'DE',
      text({
        max: 2,
        pattern: /^[A-Z]{2}$/,
        description: { de: 'zwei Großbuchstaben; leer: `DE`', en: 'two capital letters; empty: `DE`' },
      }),
      'Land',
      'country',
    ),
    phone: optional(text({ max: 50 }), 'Telefon', 'phone'),
    email: optional(emailAddress(), 'E-Mail', 'email'),
    website: optional(webAddress(), 'Website', 'Webseite', 'Homepage'),
    notes: optional(text({ max: 5000, lines: true }), 'Notizen', 'Bemerkung', 'notes'),
  },
};

export const CUSTOMER_SHEET: ImportSheet = {
  fileName: 'kunden-vorlage.csv',
  columns: CUSTOMER_TABLE.columns,
  key: [CUSTOMER_TABLE.key],
  example: `
Kundennummer;Name;Straße;PLZ;Ort;Telefon;E-Mail
KD-2001;Gärtnerei Blüm;Rosenweg 5;50999;Köln;+49 221 445566;info@gaertnerei-bluem.example
KD-2002;"Kanzlei Weiß; Partner";Domplatz 1;50667;Köln;;`,
};

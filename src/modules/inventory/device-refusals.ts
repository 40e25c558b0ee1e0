import { BadCell } from '../../csv/cells/cell-type';
import { printerModelUnknown } from './inventory.errors';

/** Why an import refuses a device, for the user who imports the file. */

export const CUSTOMER_UNKNOWN = new BadCell('customer-unknown', {
  de: 'Einen Kunden mit dieser Kundennummer gibt es nicht.',
  en: 'There is no customer with this number.',
});

export const OTHER_CUSTOMER = new BadCell('other-customer', {
  de: 'Diese Inventarnummer trägt ein Gerät eines anderen Kunden.',
  en: 'A device of another customer has this asset tag.',
});

export const UNNAMED = new BadCell('device-unnamed', {
  de: 'Ohne Inventarnummer sagt erst die Kundennummer mit Seriennummer oder Name, welches Gerät gemeint ist.',
  en: 'Without an asset tag, only the customer number with a serial number or name tells which device is meant.',
});

export const SEVERAL = new BadCell('device-ambiguous', {
  de: 'Das passt auf mehrere Geräte dieses Kunden. Geben Sie ihnen Inventarnummern, oder ändern Sie sie einzeln.',
  en: 'Several devices of this customer match. Give them asset tags, or change them one by one.',
});

export const MODEL_UNKNOWN = new BadCell('printer-model-unknown', printerModelUnknown().texts);

import { choice } from '../../csv/cells/choices';
import { text } from '../../csv/cells/texts';
import { optional, preset, required } from '../../csv/columns';
import type { ImportSheet } from '../../csv/import-sheet';
import type { DeviceStatus } from './device.entity';

const STATUS_LABELS: Readonly<Record<DeviceStatus, string>> = {
  IN_USE: 'In Betrieb',
  IN_STOCK: 'Auf Lager',
  RETIRED: 'Ausgemustert',
};

/** The columns of imports and exports; the limits are those of the JSON bodies. */
export const DEVICE_COLUMNS = {
  asset_tag: optional(text({ max: 60 }), 'Inventarnummer', 'assetTag', 'Inventar-Nr.', 'Inv.-Nr.'),
  customer: required(text({ max: 30 }), 'Kundennummer', 'customerNumber', 'Kunden-Nr.'),
  name: required(text({ max: 200 }), 'Name', 'Gerätename', 'Bezeichnung'),
  type: optional(text({ max: 100 }), 'Geräteart', 'type', 'Art'),
  printer_manufacturer: optional(text({ max: 100 }), 'Druckerhersteller', 'printerManufacturer'),
  printer_model: optional(
    text({
      max: 201,
      description: {
        de: 'Modell aus der Liste der Druckermodelle; auch mit Hersteller in einer Zelle',
        en: 'model of the list of printer models; also with its manufacturer in one cell',
      },
    }),
    'Druckermodell',
    'printerModel',
  ),
  serial_number: optional(text({ max: 100 }), 'Seriennummer', 'serialNumber', 'SN'),
  location: optional(text({ max: 200 }), 'Standort', 'location'),
  room: optional(text({ max: 100 }), 'Raum', 'room'),
  user_name: optional(text({ max: 200 }), 'Benutzer', 'userName', 'user'),
  status: preset<DeviceStatus>('IN_USE', choice(STATUS_LABELS), 'Status'),
  notes: optional(text({ max: 5000, lines: true }), 'Notizen', 'notes', 'Bemerkung'),
};

export const DEVICE_KEY = ['asset_tag'];

export const DEVICE_SHEET: ImportSheet = {
  fileName: 'geraete-vorlage.csv',
  columns: DEVICE_COLUMNS,
  key: DEVICE_KEY,
  example: `
Inventarnummer;Kundennummer;Name;Geräteart;Druckerhersteller;Druckermodell;Seriennummer;Standort;Raum;Status
CSV-D-1;K-10001;Drucker Versand;Drucker;Brother;HL-L2350DW;E78283X9N100001;Köln, Halle 1;0.12;In Betrieb
CSV-D-2;K-10001;Notebook Vertrieb;Notebook;;;5CG0000001;Köln, Hauptgebäude;2.14;Auf Lager`,
};

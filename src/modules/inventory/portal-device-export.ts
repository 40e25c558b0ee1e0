import type { Language } from '../../platform/context/context';
import type { ListColumn } from '../../csv/list-export';
import type { DeviceStatus } from './device.entity';
import type { PortalDeviceDto } from './dto/portal-device.dto';

const STATUSES: Readonly<Record<Language, Readonly<Record<DeviceStatus, string>>>> = {
  de: { IN_USE: 'In Betrieb', IN_STOCK: 'Auf Lager', RETIRED: 'Ausgemustert' },
  en: { IN_USE: 'In use', IN_STOCK: 'In stock', RETIRED: 'Retired' },
};

/** The devices of a company as its main users take them along. */
export const PORTAL_DEVICE_COLUMNS: readonly ListColumn<PortalDeviceDto>[] = [
  { names: { de: 'Inventarnummer', en: 'Asset tag' }, cell: ({ assetTag }) => assetTag },
  { names: { de: 'Name', en: 'Name' }, cell: ({ name }) => name },
  { names: { de: 'Geräteart', en: 'Type' }, cell: ({ type }) => type },
  {
    names: { de: 'Druckermodell', en: 'Printer model' },
    cell: ({ printerModel }) => printerModel && `${printerModel.manufacturer} ${printerModel.name}`,
  },
  { names: { de: 'Seriennummer', en: 'Serial number' }, cell: ({ serialNumber }) => serialNumber },
  { names: { de: 'Standort', en: 'Location' }, cell: ({ location }) => location },
  { names: { de: 'Raum', en: 'Room' }, cell: ({ room }) => room },
  { names: { de: 'Benutzer', en: 'User' }, cell: ({ userName }) => userName },
  { names: { de: 'Status', en: 'Status' }, cell: ({ status }, language) => STATUSES[language][status] },
];

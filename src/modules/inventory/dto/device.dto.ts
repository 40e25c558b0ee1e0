import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { Id, Nullable, OneOf, Optional, Text } from '../../../platform/http/validation/fields';
import { QueryFlag, QueryList } from '../../../platform/http/validation/query-fields';
import { type Device, DEVICE_STATUSES, type DeviceStatus } from '../device.entity';

const SORTS = ['name', '-updatedAt'] as const;
export type DeviceSort = (typeof SORTS)[number];

export class ListDevicesQuery extends ListQuery {
  /** Name, Seriennummer, Inventarnummer, Standort oder Raum, auch nur der Anfang; Tippfehler stören nicht. */
  @Optional()
  @Text({ max: 100 })
  search?: string;

  /** Ohne Angabe alle. */
  @QueryList(DEVICE_STATUSES)
  status?: DeviceStatus[];

  /** Genau diese Geräteart. */
  @Optional()
  @Text({ max: 100 })
  type?: string;

  /** Genau dieses Druckermodell, siehe `listPrinterModels`. */
  @Optional()
  @Id()
  printerModelId?: string;

  /** Nur Drucker: Geräte mit einem Druckermodell. */
  @QueryFlag({ default: false })
  printersOnly?: boolean;

  /** Ohne Angabe nach Namen, bei einer Suche die besten Treffer zuerst. */
  @Optional()
  @OneOf(SORTS)
  sort?: DeviceSort;
}

abstract class DeviceFields {
  /** Geräteart, frei wählbar. */
  @Nullable()
  @Text({ max: 100, example: 'Drucker' })
  type?: string | null;

  /** Macht das Gerät zu einem Drucker, den der Kunde im DruckerShop sieht. Aus der Liste der Druckermodelle. */
  @Nullable()
  @Id()
  printerModelId?: string | null;

  @Nullable()
  @Text({ max: 100, example: 'E78283H9N123456' })
  serialNumber?: string | null;

  /** Inventarnummer; je Mandant nur einmal, Groß- und Kleinschreibung und die Art von Leerzeichen und Strichen zählen nicht. */
  @Nullable()
  @Text({ max: 60, example: 'INV-0815' })
  assetTag?: string | null;

  /** Standort. */
  @Nullable()
  @Text({ max: 200, example: 'Köln, Hauptgebäude' })
  location?: string | null;

  @Nullable()
  @Text({ max: 100, example: '2.14' })
  room?: string | null;

  /** Wer damit arbeitet. */
  @Nullable()
  @Text({ max: 200, example: 'Petra Müller' })
  userName?: string | null;

  /** In Betrieb, auf Lager, ausgemustert; ohne Angabe in Betrieb. Ausgemusterte sieht der Kunde nicht. */
  @Optional()
  @OneOf(DEVICE_STATUSES, { example: 'IN_USE' })
  status?: DeviceStatus;

  /** Nur für Mitarbeiter. */
  @Nullable()
  @Text({ max: 5000, lines: true, example: 'Wartungsvertrag bis 2028' })
  notes?: string | null;
}

export class CreateDeviceDto extends DeviceFields {
  @Text({ max: 200, example: 'Drucker Empfang' })
  name: string;
}

/** Was sich ändern soll; was fehlt, bleibt. Der Kunde bleibt immer. */
export class UpdateDeviceDto extends DeviceFields {
  @Optional()
  @Text({ max: 200, example: 'Drucker Empfang' })
  name?: string;
}

/** Der Kunde eines Geräts. */
export class DeviceCustomerDto {
  id: string;
  /** @example K-10001 */
  number: string;
  name: string;
}

/** Das Druckermodell eines Druckers. */
export class DevicePrinterModelDto {
  id: string;
  /** @example Brother */
  manufacturer: string;
  /** @example HL-L2350DW */
  name: string;
}

/** Ein Gerät. */
export class DeviceDto {
  id: string;
  /** Stand; als ETag in If-Match zu senden. */
  version: number;
  customer: DeviceCustomerDto;
  /** @example Drucker Empfang */
  name: string;
  type: string | null;
  /** Nur Drucker haben eines. */
  printerModel: DevicePrinterModelDto | null;
  serialNumber: string | null;
  assetTag: string | null;
  location: string | null;
  room: string | null;
  userName: string | null;
  status: 'IN_USE' | 'IN_STOCK' | 'RETIRED';
  notes: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export class DeviceListDto {
  items: DeviceDto[];
  nextCursor?: string;
  totalCount?: number;
}

/** What the list reads of a device. */
export type DeviceRow = Omit<Device, 'tenantId' | 'sortName' | 'assetTagKey' | 'serialNumberKey' | 'nameKey'>;

export function presentDevice(
  device: DeviceRow,
  customer: DeviceCustomerDto,
  printerModel: DevicePrinterModelDto | null,
): DeviceDto {
  return {
    id: device.id,
    version: device.version,
    customer,
    name: device.name,
    type: device.type,
    printerModel,
    serialNumber: device.serialNumber,
    assetTag: device.assetTag,
    location: device.location,
    room: device.room,
    userName: device.userName,
    status: device.status,
    notes: device.notes,
    createdAt: device.createdAt,
    updatedAt: device.updatedAt,
  };
}

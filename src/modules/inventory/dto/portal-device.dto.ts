import { IntersectionType, OmitType } from '@nestjs/swagger';
import { PAGING } from '../../../csv/list-export';
import { ListExportQuery } from '../../../csv/list-export.query';
import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { Optional, Text } from '../../../platform/http/validation/fields';
import { QueryFlag } from '../../../platform/http/validation/query-fields';
import { DevicePrinterModelDto } from './device.dto';

export class ListPortalDevicesQuery extends ListQuery {
  /** Name, Seriennummer, Inventarnummer, Standort oder Raum, auch nur der Anfang; Tippfehler stören nicht. */
  @Optional()
  @Text({ max: 100 })
  search?: string;

  /** Nur Drucker. */
  @QueryFlag({ default: false })
  printersOnly?: boolean;
}

export class ExportPortalDevicesQuery extends IntersectionType(
  OmitType(ListPortalDevicesQuery, PAGING),
  ListExportQuery,
) {}

/** Ein Gerät, wie die Firma es sieht. */
export class PortalDeviceDto {
  id: string;
  /** @example Drucker Empfang */
  name: string;
  /** Geräteart. @example Drucker */
  type: string | null;
  /** Nur bei Druckern. */
  printerModel: DevicePrinterModelDto | null;
  serialNumber: string | null;
  /** Inventarnummer. */
  assetTag: string | null;
  location: string | null;
  room: string | null;
  /** Wer damit arbeitet. */
  userName: string | null;
  status: 'IN_USE' | 'IN_STOCK' | 'RETIRED';
}

export class PortalDeviceListDto {
  items: PortalDeviceDto[];
  nextCursor?: string;
  totalCount?: number;
}

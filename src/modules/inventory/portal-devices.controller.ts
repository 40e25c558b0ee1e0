import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { currentContact } from '../../platform/context/context';
import { sendCsv } from '../../csv/csv-export';
import { ExportsList, listExport } from '../../csv/list-export';
import { Requires } from '../../platform/http/requires';
import { CompanyDevicesReader } from './company-devices.reader';
import {
  ExportPortalDevicesQuery,
  ListPortalDevicesQuery,
  PortalDeviceDto,
  PortalDeviceListDto,
} from './dto/portal-device.dto';
import { PORTAL_DEVICE_COLUMNS } from './portal-device-export';

@ApiTags('Portal: Geräte')
@Controller('api/v1/portal/devices')
export class PortalDevicesController {
  constructor(private readonly devices: CompanyDevicesReader) {}

  @Get()
  @Requires('CONTACT', {
    id: 'listPortalDevices',
    summary: 'Geräte der Firma auflisten',
    description: 'Alle Geräte aus dem Inventar außer den ausgemusterten, auch ohne Shop.',
  })
  async getPage(@Query() query: ListPortalDevicesQuery): Promise<PortalDeviceListDto> {
    return this.devices.page(currentContact().customerId, query);
  }

  @Get('exports')
  @ExportsList({ id: 'exportPortalDevices', summary: 'Geräte der Firma als CSV-Datei laden' })
  export(@Query() { language, ...filter }: ExportPortalDevicesQuery): StreamableFile {
    const customerId = currentContact().customerId;
    return sendCsv(
      listExport<PortalDeviceDto>({
        fileName: { de: 'geraete.csv', en: 'devices.csv' },
        language,
        columns: PORTAL_DEVICE_COLUMNS,
        page: (paging) => this.devices.page(customerId, { ...filter, ...paging }),
      }),
    );
  }

  @Get(':id')
  @Requires('CONTACT', {
    id: 'getPortalDevice',
    summary: 'Gerät lesen',
    description: 'Ein Gerät der eigenen Firma.',
  })
  async get(@Param('id') id: string): Promise<PortalDeviceDto> {
    return this.devices.get(currentContact().customerId, id);
  }
}

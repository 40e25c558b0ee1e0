import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/etag';
import { recordBusy } from '../../platform/errors';
import { Requires } from '../../platform/http/requires';
import { DeviceList } from './device-list';
import { DevicesService } from './devices.service';
import {
  CreateDeviceDto,
  DeviceDto,
  DeviceListDto,
  ListDevicesQuery,
  UpdateDeviceDto,
} from './dto/device.dto';
import { assetTagTaken, printerModelUnknown } from './inventory.errors';

@ApiTags('Inventar')
@Controller('api/v1/staff')
export class DevicesController {
  constructor(
    private readonly devices: DevicesService,
    private readonly deviceList: DeviceList,
  ) {}

  @Get('customers/:id/devices')
  @Requires('STAFF', {
    id: 'listDevicesOfCustomer',
    summary: 'Geräte eines Kunden auflisten und suchen',
    description: 'Auch ausgemusterte. Mit `printersOnly` nur, was ein Druckermodell hat.',
  })
  async listOfCustomer(
    @Param('id') customerId: string,
    @Query() query: ListDevicesQuery,
  ): Promise<DeviceListDto> {
    return this.deviceList.ofCustomer(customerId, query);
  }

  @Post('customers/:id/devices')
  @Requires('STAFF', {
    id: 'createDevice',
    summary: 'Gerät eines Kunden erfassen',
    description:
      'Mit `printerModelId` wird es ein Drucker: Der Kunde sieht ihn im DruckerShop mit dem Zubehör, das bei dem Modell hinterlegt ist.',
    creates: true,
    versioned: 'read',
    errors: [assetTagTaken, printerModelUnknown, recordBusy],
  })
  async create(@Param('id') customerId: string, @Body() body: CreateDeviceDto): Promise<DeviceDto> {
    return this.deviceList.detail((await this.devices.create(customerId, body)).id);
  }

  @Get('devices')
  @Requires('STAFF', {
    id: 'listDevices',
    summary: 'Geräte aller Kunden suchen und auflisten',
    description:
      'Mit `search` finden Sie Geräte nach Name, Seriennummer, Inventarnummer, Standort oder Raum, und nach Druckermodell und Kunde.',
  })
  async list(@Query() query: ListDevicesQuery): Promise<DeviceListDto> {
    return this.deviceList.page(query);
  }

  @Get('devices/:id')
  @Requires('STAFF', {
    id: 'getDevice',
    summary: 'Gerät lesen',
    description: 'Mit dem Stand, den eine Änderung in If-Match nennt.',
    versioned: 'read',
  })
  async get(@Param('id') id: string): Promise<DeviceDto> {
    return this.deviceList.detail(id);
  }

  @Patch('devices/:id')
  @Requires('STAFF', {
    id: 'updateDevice',
    summary: 'Gerät ändern: Standort, Status, Druckermodell und alles andere',
    description:
      'Senden Sie nur, was sich ändern soll, und den gelesenen Stand im Kopf If-Match (z. B. "1"). `null` leert ein Feld. Ein ausgemustertes Gerät verschwindet aus dem DruckerShop; was schon bestellt ist, bleibt.',
    versioned: 'edit',
    errors: [assetTagTaken, printerModelUnknown, recordBusy],
  })
  async update(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() changes: UpdateDeviceDto,
  ): Promise<DeviceDto> {
    return this.deviceList.detail((await this.devices.update(id, version, changes)).id);
  }
}

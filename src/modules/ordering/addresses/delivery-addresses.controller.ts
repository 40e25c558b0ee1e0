import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound, recordBusy } from '../../../platform/errors';
import { IfMatch } from '../../../platform/http/etag';
import { Requires } from '../../../platform/http/requires';
import { tooManyAddresses } from '../ordering.errors';
import {
  CreateSavedAddressDto,
  presentSavedAddress,
  SavedAddressDto,
  SavedAddressListDto,
  UpdateSavedAddressDto,
} from './saved-address.dto';
import { SavedAddressesService } from './saved-addresses.service';

@ApiTags('Portal: Bestellungen')
@Controller('api/v1/portal/delivery-addresses')
export class DeliveryAddressesController {
  constructor(private readonly addresses: SavedAddressesService) {}

  @Get()
  @Requires('CONTACT', {
    id: 'listDeliveryAddresses',
    summary: 'Gespeicherte Lieferadressen der Firma',
    description: 'Alle, nach ihrer Bezeichnung; für jeden, der bestellen kann.',
    errors: [notFound],
  })
  async list(): Promise<SavedAddressListDto> {
    return { items: (await this.addresses.all()).map(presentSavedAddress) };
  }

  @Post()
  @Requires('CONTACT', {
    id: 'createDeliveryAddress',
    summary: 'Lieferadresse speichern',
    description: 'Alle Kollegen können sie danach im Warenkorb wählen.',
    creates: true,
    versioned: 'read',
    errors: [notFound, tooManyAddresses, recordBusy],
  })
  async create(@Body() body: CreateSavedAddressDto): Promise<SavedAddressDto> {
    return presentSavedAddress(await this.addresses.create(body));
  }

  @Get(':id')
  @Requires('CONTACT', {
    id: 'getDeliveryAddress',
    summary: 'Lieferadresse lesen',
    description: 'Mit dem Stand, den eine Änderung in If-Match nennt.',
    versioned: 'read',
  })
  async get(@Param('id') id: string): Promise<SavedAddressDto> {
    return presentSavedAddress(await this.addresses.get(id));
  }

  @Patch(':id')
  @Requires('CONTACT', {
    id: 'updateDeliveryAddress',
    summary: 'Lieferadresse ändern',
    description:
      'Senden Sie nur, was sich ändern soll, und den gelesenen Stand im Kopf If-Match (z. B. "1"). Was schon bestellt ist, geht weiter an die Adresse, die dabei angegeben wurde.',
    versioned: 'edit',
    errors: [recordBusy],
  })
  async update(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() changes: UpdateSavedAddressDto,
  ): Promise<SavedAddressDto> {
    return presentSavedAddress(await this.addresses.update(id, version, changes));
  }

  @Delete(':id')
  @Requires('CONTACT', {
    id: 'deleteDeliveryAddress',
    summary: 'Lieferadresse löschen',
    description: 'Bestellungen behalten die Adresse, die dabei angegeben wurde.',
    status: 204,
  })
  async delete(@Param('id') id: string): Promise<void> {
    await this.addresses.delete(id);
  }
}

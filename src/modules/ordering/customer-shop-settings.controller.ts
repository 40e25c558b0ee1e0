import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../platform/http/etag';
import { Requires } from '../../platform/http/requires';
import { CustomerShopSettingsService } from './access/customer-shop-settings.service';
import {
  CustomerShopSettingsDto,
  presentCustomerShopSettings,
  UpdateCustomerShopSettingsDto,
} from './access/customer-shop-settings.dto';

@ApiTags('Kunden')
@Controller('api/v1/staff/customers/:id/shop-settings')
export class CustomerShopSettingsController {
  constructor(private readonly settings: CustomerShopSettingsService) {}

  @Get()
  @Requires('STAFF', {
    id: 'getCustomerShopSettings',
    summary: 'Shop-Einstellungen eines Kunden lesen',
    description: 'Unter `effective` steht, was zusammen mit den Mandanteneinstellungen gilt.',
    versioned: 'read',
  })
  async get(@Param('id') id: string): Promise<CustomerShopSettingsDto> {
    return presentCustomerShopSettings(await this.settings.of(id));
  }

  @Patch()
  @Requires('STAFF', {
    id: 'updateCustomerShopSettings',
    summary: 'Shop-Einstellungen eines Kunden ändern',
    description:
      'INHERIT übernimmt die Mandanteneinstellung. Senden Sie nur, was sich ändern soll, und den gelesenen Stand im Kopf If-Match (anfangs "0"). Jede Änderung wird protokolliert und gilt sofort.',
    versioned: 'edit',
  })
  async update(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() changes: UpdateCustomerShopSettingsDto,
  ): Promise<CustomerShopSettingsDto> {
    await this.settings.update(id, version, changes);
    return presentCustomerShopSettings(await this.settings.of(id));
  }
}

import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database';
import { LogoController } from './brand/logo.controller';
import { Logos } from './brand/logos';
import { MailBrands } from './mail-brands';
import { PublicTenantsController } from './public-tenants.controller';
import { RecordsHousekeeping } from './records-housekeeping';
import { SettingsController } from './settings.controller';
import { SettingsService } from './settings.service';
import { TenantSettings } from './tenant-settings.entity';
import { TenantsService } from './tenants.service';

@Module({
  controllers: [PublicTenantsController, SettingsController, LogoController],
  providers: [
    ...tenantRepositories(TenantSettings),
    SettingsService,
    Logos,
    MailBrands,
    TenantsService,
    RecordsHousekeeping,
  ],
  exports: [TenantsService, SettingsService, MailBrands],
})
export class TenantsModule {}

import { Module } from '@nestjs/common';
import { tenantRepositories } from '../../platform/database/tenant.repository';
import { PublicTenantsController } from './public-tenants.controller';
import { TenantSettings } from './tenant-settings.entity';
import { TenantsService } from './tenants.service';

@Module({
  controllers: [PublicTenantsController],
  providers: [...tenantRepositories(TenantSettings), TenantsService],
  exports: [TenantsService],
})
export class TenantsModule {}

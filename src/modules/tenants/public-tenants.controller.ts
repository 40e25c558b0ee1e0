import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/requires';
import { PublicTenantDto, presentPublicTenant } from './dto/public-tenant.dto';
import { TenantsService } from './tenants.service';

@ApiTags('Öffentlich')
@Controller('api/v1/public/tenants')
export class PublicTenantsController {
  constructor(private readonly tenants: TenantsService) {}

  @Get(':slug')
  @Public({
    id: 'getPublicTenant',
    summary: 'Angaben des Mandanten vor der Anmeldung',
    description: 'Name, Sprachen, rechtliche Seiten und ob die Registrierung offen ist.',
  })
  async get(@Param('slug') slug: string): Promise<PublicTenantDto> {
    return presentPublicTenant(await this.tenants.publicTenant(slug));
  }
}

import { Controller, Get, Param } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/access';
import { Problem } from '../../platform/http/problem.dto';
import { PublicTenantDto, presentPublicTenant } from './dto/public-tenant.dto';
import { TenantsService } from './tenants.service';

@ApiTags('Öffentlich')
@Public()
@Controller('api/v1/public/tenants')
export class PublicTenantsController {
  constructor(private readonly tenants: TenantsService) {}

  @Get(':slug')
  @ApiOperation({
    operationId: 'getPublicTenant',
    summary: 'Angaben des Mandanten vor der Anmeldung',
    security: [],
  })
  @ApiNotFoundResponse({ type: Problem, description: 'Kein Mandant mit dieser Kurzbezeichnung.' })
  async get(@Param('slug') slug: string): Promise<PublicTenantDto> {
    return presentPublicTenant(await this.tenants.publicTenant(slug));
  }
}

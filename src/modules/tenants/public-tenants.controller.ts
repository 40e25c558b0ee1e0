import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { SendsFile } from '../../files/download';
import { FileVersionQuery, sendVersioned } from '../../files/versioned-file';
import { Public } from '../../platform/http/requires';
import { Logos } from './brand/logos';
import { PublicTenantDto, presentPublicTenant } from './dto/public-tenant.dto';
import { TenantsService } from './tenants.service';

@ApiTags('Öffentlich')
@Controller('api/v1/public/tenants')
export class PublicTenantsController {
  constructor(
    private readonly tenants: TenantsService,
    private readonly logos: Logos,
  ) {}

  @Get(':slug')
  @Public({
    id: 'getPublicTenant',
    summary: 'Angaben des Mandanten vor der Anmeldung',
    description: 'Name, Aussehen, Sprachen, rechtliche Seiten und ob die Registrierung offen ist.',
  })
  async get(@Param('slug') slug: string): Promise<PublicTenantDto> {
    return presentPublicTenant(await this.tenants.publicTenant(slug));
  }

  @Get(':slug/logo')
  @SendsFile()
  @Public({
    id: 'downloadLogo',
    summary: 'Logo des Mandanten laden',
    description: 'Ob es eines gibt und seine Version, steht bei den Angaben des Mandanten.',
  })
  async logo(
    @Param('slug') slug: string,
    @Query() version: FileVersionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return sendVersioned(reply, await this.logos.open(slug), version, 'public');
  }
}

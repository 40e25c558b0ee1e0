import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { PortalOverviewDto } from './dto/portal-overview.dto';
import { PortalOverviewReader } from './portal-overview.reader';

@ApiTags('Portal: Übersicht')
@Controller('api/v1/portal/overview')
export class PortalOverviewController {
  constructor(private readonly overview: PortalOverviewReader) {}

  @Get()
  @Requires('CONTACT', {
    id: 'getPortalOverview',
    summary: 'Was wartet auf mich?',
    description:
      'Tickets, Angebote und Warenkörbe in einer Anfrage. Gezählt wird, was diese Person sieht; auf sie warten ihre eigenen Tickets, auf Hauptbenutzer auch die der Firma.',
  })
  get(): Promise<PortalOverviewDto> {
    return this.overview.current();
  }
}

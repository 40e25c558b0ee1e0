import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { CustomerOverviewDto } from './dto/customer-overview.dto';
import { OverviewService } from './overview.service';

@ApiTags('Kunden')
@Controller('api/v1/staff/customers/:id/overview')
export class OverviewController {
  constructor(private readonly overviews: OverviewService) {}

  @Get()
  @Requires('STAFF', {
    id: 'getCustomerOverview',
    summary: 'Kunde auf einen Blick',
    description:
      'Stammdaten, Ansprechpartner mit ihrem Zugang, laufende Tickets, offene Bestellungen und Geräte in einer Anfrage; wo es mehr gibt, als hier steht, sagt `more`.',
  })
  async get(@Param('id') id: string): Promise<CustomerOverviewDto> {
    return this.overviews.of(id);
  }
}

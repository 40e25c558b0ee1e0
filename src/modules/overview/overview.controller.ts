import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/http/requires';
import { CustomerArchivalDto, CustomerOverviewDto } from './dto/customer-overview.dto';
import { CustomerOverviewReader } from './customer-overview.reader';

@ApiTags('Kunden')
@Controller('api/v1/staff/customers/:id')
export class OverviewController {
  constructor(private readonly overviews: CustomerOverviewReader) {}

  @Get('overview')
  @Requires('STAFF', {
    id: 'getCustomerOverview',
    summary: 'Kunde auf einen Blick',
    description:
      'Stammdaten, Ansprechpartner mit ihrem Zugang, laufende Tickets, offene Bestellungen und Geräte in einer Anfrage; wo es mehr gibt, als hier steht, sagt `more`.',
  })
  async get(@Param('id') id: string): Promise<CustomerOverviewDto> {
    return this.overviews.of(id);
  }

  @Get('archival')
  @Requires('STAFF', {
    id: 'getCustomerArchival',
    summary: 'Was bedeutet es, den Kunden zu archivieren?',
    description: 'Seit wann er im Archiv ist, wessen Zugang ruht und was noch offen ist.',
  })
  async getArchival(@Param('id') id: string): Promise<CustomerArchivalDto> {
    return this.overviews.archivalOf(id);
  }
}

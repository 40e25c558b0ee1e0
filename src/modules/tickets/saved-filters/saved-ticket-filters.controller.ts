import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../../platform/http/requires';
import { categoryUnknown, filterNameTwice, staffUserUnknown } from '../tickets.errors';
import {
  presentSavedFilters,
  PutSavedTicketFiltersDto,
  SavedTicketFilterListDto,
} from './saved-ticket-filters.dto';
import { SavedTicketFiltersService } from './saved-ticket-filters.service';

@ApiTags('Tickets')
@Controller('api/v1/staff/me/ticket-filters')
export class SavedTicketFiltersController {
  constructor(private readonly filters: SavedTicketFiltersService) {}

  @Get()
  @Requires('STAFF', {
    id: 'listSavedTicketFilters',
    summary: 'Eigene gemerkte Filter auflisten',
    description:
      'Womit Sie die Liste der Tickets immer wieder einschränken. Nur Sie sehen sie, in jedem Browser.',
  })
  async list(): Promise<SavedTicketFilterListDto> {
    return presentSavedFilters(await this.filters.own());
  }

  @Put()
  @Requires('STAFF', {
    id: 'putSavedTicketFilters',
    summary: 'Eigene Filter merken',
    description: 'Setzt alle auf einmal: Was Sie nicht nennen, ist danach nicht mehr gemerkt.',
    errors: [filterNameTwice, categoryUnknown, staffUserUnknown],
  })
  async put(@Body() { items }: PutSavedTicketFiltersDto): Promise<SavedTicketFilterListDto> {
    await this.filters.replace(items);
    return presentSavedFilters(await this.filters.own());
  }
}

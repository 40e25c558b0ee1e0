import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { currentContact } from '../../platform/context/context';
import { Requires } from '../../platform/http/requires';
import { ContactList } from './contact-list';
import {
  ColleagueDto,
  ColleagueListDto,
  ListColleaguesQuery,
  presentColleague,
  presentColleagues,
} from './colleague.dto';

@ApiTags('Portal: Übersicht')
@Controller('api/v1/portal/colleagues')
export class PortalColleaguesController {
  constructor(private readonly contacts: ContactList) {}

  @Get()
  @Requires('CONTACT', {
    id: 'listColleagues',
    summary: 'Kollegen auflisten',
    description: 'Die Ansprechpartner der eigenen Firma nach Namen.',
  })
  async list(@Query() query: ListColleaguesQuery): Promise<ColleagueListDto> {
    return presentColleagues(await this.contacts.page(currentContact().customerId, query));
  }

  @Get(':id')
  @Requires('CONTACT', {
    id: 'getColleague',
    summary: 'Kollegen lesen',
    description: 'Ein Ansprechpartner der eigenen Firma.',
  })
  async get(@Param('id') id: string): Promise<ColleagueDto> {
    return presentColleague(await this.contacts.get(currentContact().customerId, id));
  }
}

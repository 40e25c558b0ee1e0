import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { currentActor } from '../../platform/context/context';
import { forbidden } from '../../platform/errors';
import { Requires } from '../../platform/http/requires';
import { ContactList } from './contact-list';
import { ColleagueListDto, ListColleaguesQuery, presentColleagues } from './colleague.dto';

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
    const actor = currentActor();
    if (actor.kind !== 'CONTACT') throw forbidden();
    return presentColleagues(await this.contacts.page(actor.customerId, query));
  }
}

import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../../platform/http/requires';
import { tooManyWatchers, watcherWithoutAccess } from '../tickets.errors';
import { TicketWatcherListDto } from './ticket-watcher.dto';
import { WatchersService } from './watchers.service';

@ApiTags('Tickets')
@Controller('api/v1/staff/tickets/:id/watchers')
export class StaffTicketWatchersController {
  constructor(private readonly watchers: WatchersService) {}

  @Get()
  @Requires('STAFF', {
    id: 'listTicketWatchers',
    summary: 'Wer liest mit?',
    description:
      'Die Ansprechpartner, die das Ticket außer demjenigen sehen, dem es gehört, und den Hauptbenutzern.',
  })
  async list(@Param('id') id: string): Promise<TicketWatcherListDto> {
    return { items: await this.watchers.of(id) };
  }

  @Put(':contactId')
  @Requires('STAFF', {
    id: 'addTicketWatcher',
    summary: 'Ansprechpartner mitlesen lassen',
    description:
      'Einer der Ansprechpartner desselben Kunden, mit aktivem Zugang zum Kundenportal; siehe `listContacts`. Er sieht das Ticket, darf antworten und erhält dieselben Mails. Noch einmal ist auch recht.',
    status: 204,
    errors: [watcherWithoutAccess, tooManyWatchers],
  })
  async add(@Param('id') id: string, @Param('contactId') contactId: string): Promise<void> {
    await this.watchers.add(id, contactId);
  }

  @Delete(':contactId')
  @Requires('STAFF', {
    id: 'removeTicketWatcher',
    summary: 'Nicht mehr mitlesen lassen',
    description: 'Gilt ab der nächsten Anfrage.',
    status: 204,
  })
  async remove(@Param('id') id: string, @Param('contactId') contactId: string): Promise<void> {
    await this.watchers.remove(id, contactId);
  }
}

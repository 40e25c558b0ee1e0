import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../../platform/http/requires';
import { notOwnTicket, tooManyWatchers, watcherWithoutAccess } from '../tickets.errors';
import { TicketWatcherListDto } from './ticket-watcher.dto';
import { WatchersService } from './watchers.service';

@ApiTags('Portal: Tickets')
@Controller('api/v1/portal/tickets/:id/watchers')
export class PortalTicketWatchersController {
  constructor(private readonly watchers: WatchersService) {}

  @Get()
  @Requires('CONTACT', {
    id: 'listPortalTicketWatchers',
    summary: 'Wer liest mit?',
    description: 'Die Kollegen, die das Ticket außer seinem Ansprechpartner und den Hauptbenutzern sehen.',
  })
  async list(@Param('id') id: string): Promise<TicketWatcherListDto> {
    return { items: await this.watchers.of(id) };
  }

  @Put(':contactId')
  @Requires('CONTACT', {
    id: 'addPortalTicketWatcher',
    rateLimited: true,
    summary: 'Kollegen mitlesen lassen',
    description:
      'Nur beim eigenen Ticket, Hauptbenutzer bei allen der Firma. Wer mitliest, sieht das Ticket, darf antworten und erhält dieselben Mails. Noch einmal ist auch recht.',
    status: 204,
    errors: [notOwnTicket, watcherWithoutAccess, tooManyWatchers],
  })
  async add(@Param('id') id: string, @Param('contactId') contactId: string): Promise<void> {
    await this.watchers.add(id, contactId);
  }

  @Delete(':contactId')
  @Requires('CONTACT', {
    id: 'removePortalTicketWatcher',
    rateLimited: true,
    summary: 'Nicht mehr mitlesen lassen',
    description: 'Gilt ab der nächsten Anfrage. Sich selbst kann jeder herausnehmen, der mitliest.',
    status: 204,
    errors: [notOwnTicket],
  })
  async remove(@Param('id') id: string, @Param('contactId') contactId: string): Promise<void> {
    await this.watchers.remove(id, contactId);
  }
}

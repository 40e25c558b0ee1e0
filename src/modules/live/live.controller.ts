import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SendsEvents } from '../../platform/http/event-stream';
import { Requires } from '../../platform/http/requires';
import { LiveEventDto, LiveEventsQuery } from './dto/live-event.dto';
import { LiveConnections } from './live-connections';
import { tooManyStreams } from './live.errors';

const HOW =
  'Jede Zeile `data:` ist ein Ereignis als JSON: was geschehen ist (`type`), womit (`id`) und wann (`at`). Den neuen Stand lesen Sie danach wie gewohnt. Nach jedem Verbindungsaufbau lesen Sie Ihre Listen einmal neu: Was vorher geschah, wird nicht nachgeliefert. In Swagger UI geben Sie `seconds` an; es zeigt die Antwort erst, wenn sie zu Ende ist.';

@ApiTags('Live-Ereignisse')
@Controller('api/v1')
export class LiveController {
  constructor(private readonly connections: LiveConnections) {}

  @Get('staff/events')
  @Requires('STAFF', {
    id: 'streamEvents',
    summary: 'Live-Ereignisse des Mandanten',
    description: `Alles, was bei Ihrem Mandanten geschieht, als Datenstrom (server-sent events). ${HOW}`,
    errors: [tooManyStreams],
  })
  @SendsEvents(LiveEventDto)
  async streamForStaff(@Query() { seconds }: LiveEventsQuery): Promise<StreamableFile> {
    return this.connections.open(seconds);
  }

  @Get('portal/events')
  @Requires('CONTACT', {
    id: 'streamPortalEvents',
    summary: 'Live-Ereignisse für Ansprechpartner',
    description: `Was mit den Tickets und Bestellungen geschieht, die der Ansprechpartner sehen darf, als Datenstrom (server-sent events). ${HOW}`,
    errors: [tooManyStreams],
  })
  @SendsEvents(LiveEventDto)
  async streamForContact(@Query() { seconds }: LiveEventsQuery): Promise<StreamableFile> {
    return this.connections.open(seconds);
  }
}

import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LastEventId, SendsEvents } from '../../platform/http/event-stream';
import { Requires } from '../../platform/http/requires';
import { LiveEventDto, LiveEventsQuery, LiveResetDto } from './dto/live-event.dto';
import { LiveConnections } from './live-connections';
import { tooManyStreams } from './live.errors';

const HOW =
  'Jede Zeile `data:` ist ein Ereignis als JSON: was geschehen ist (`type`), womit (`id`) und wann (`at`). Den neuen Stand lesen Sie danach wie gewohnt. Beim ersten Verbindungsaufbau lesen Sie Ihre Listen einmal; wann das war, sagt `readMsAgo`. Bricht die Verbindung ab, verbinden Sie sich neu und nennen im Kopf `Last-Event-ID` die zuletzt gelesene Zeile `id:` (`EventSource` im Browser tut beides von selbst): Dann wird nachgeliefert, was Sie verpasst haben. Ist das nicht sicher möglich, kommt stattdessen ein Ereignis `reset` (`event: reset`, `type` = `reset`): Lesen Sie dann Ihre Listen neu. Der Datenstrom endet mit der Sitzung; danach ist die Antwort 401. In Swagger UI geben Sie `seconds` an; es zeigt die Antwort erst, wenn sie zu Ende ist.';

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
  @SendsEvents(LiveEventDto, LiveResetDto)
  async streamForStaff(
    @Query() { seconds, readMsAgo }: LiveEventsQuery,
    @LastEventId() lastEventId?: string,
  ): Promise<StreamableFile> {
    return this.connections.open({ seconds, readMsAgo, lastEventId });
  }

  @Get('portal/events')
  @Requires('CONTACT', {
    id: 'streamPortalEvents',
    summary: 'Live-Ereignisse für Ansprechpartner',
    description: `Was mit den Tickets und Bestellungen geschieht, die der Ansprechpartner sehen darf, als Datenstrom (server-sent events); außerdem, dass Namen, Zugänge, Geräte oder Shops der Firma andere sind (\`customer.changed\`), was beim Mandanten für alle gilt (\`settings.changed\`) oder welche Kategorien zur Wahl stehen (\`ticket-category.changed\`). ${HOW}`,
    errors: [tooManyStreams],
  })
  @SendsEvents(LiveEventDto, LiveResetDto)
  async streamForContact(
    @Query() { seconds, readMsAgo }: LiveEventsQuery,
    @LastEventId() lastEventId?: string,
  ): Promise<StreamableFile> {
    return this.connections.open({ seconds, readMsAgo, lastEventId });
  }
}

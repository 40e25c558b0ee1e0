import { Injectable } from '@nestjs/common';
import { fileImported } from '../../csv/csv.events';
import type { EventOf } from '../../platform/events/domain-event';
import { OnEvent } from '../../platform/events/event-handlers';
import { LiveAnnouncer } from './live-announcer';

/** Imports, once for all of their rows: for staff alone. */
@Injectable()
export class ImportAnnouncements {
  constructor(private readonly announcer: LiveAnnouncer) {}

  @OnEvent(fileImported)
  onImported(event: EventOf<typeof fileImported>): Promise<void> {
    return this.announcer.announce(event, 'import.applied', event.importId);
  }
}

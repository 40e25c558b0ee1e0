import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../../platform/http/etag';
import { Requires } from '../../../platform/http/requires';
import { TicketDetailDto } from '../lists/staff-ticket.dto';
import { StaffTicketReader } from '../lists/staff-tickets.reader';
import {
  mergedAcrossCustomers,
  mergedWithItself,
  ticketClosed,
  ticketMerged,
  tooManyMerged,
  tooManyWatchers,
} from '../tickets.errors';
import { MergeTicketDto } from './merge-ticket.dto';
import { TicketMergesService } from './ticket-merges.service';

@ApiTags('Tickets')
@Controller('api/v1/staff/tickets/:id/merged')
export class StaffTicketMergesController {
  constructor(
    private readonly merges: TicketMergesService,
    private readonly tickets: StaffTicketReader,
  ) {}

  @Put(':mergedId')
  @Requires('STAFF', {
    id: 'mergeTicket',
    summary: 'Zwei Tickets desselben Kunden zusammenführen',
    description:
      'Das zweite (`mergedId`) wird geschlossen und geht im ersten (`id`) weiter; das bleibt so. Kommentare und Anhänge beider stehen danach beim ersten. Ansprechpartner lesen dort vom zweiten nur, was sie schon vorher sehen durften; wessen das zweite war und wer dort mitlas, liest beim ersten mit. Den Stand des ersten senden Sie in If-Match, den des zweiten in `version`.',
    versioned: 'edit',
    errors: [
      mergedWithItself,
      mergedAcrossCustomers,
      ticketMerged,
      ticketClosed,
      tooManyMerged,
      tooManyWatchers,
    ],
  })
  async merge(
    @Param('id') id: string,
    @Param('mergedId') mergedId: string,
    @IfMatch() version: number,
    @Body() merged: MergeTicketDto,
  ): Promise<TicketDetailDto> {
    await this.merges.merge({ id, version }, { id: mergedId, version: merged.version });
    return this.tickets.detail(id);
  }
}

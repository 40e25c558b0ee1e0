import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../../platform/http/etag';
import { Requires } from '../../../platform/http/requires';
import { customerArchived } from '../../contacts';
import { TicketDetailDto } from '../lists/staff-ticket.dto';
import { StaffTicketReader } from '../lists/staff-tickets.reader';
import {
  contactUnknown,
  customerUnknown,
  knownToCustomer,
  sameCustomer,
  ticketHasMerged,
  ticketMerged,
} from '../tickets.errors';
import { MoveTicketDto } from './move-ticket.dto';
import { TicketMovesService } from './ticket-moves.service';

@ApiTags('Tickets')
@Controller('api/v1/staff/tickets/:id/customer')
export class StaffTicketMovesController {
  constructor(
    private readonly moves: TicketMovesService,
    private readonly tickets: StaffTicketReader,
  ) {}

  @Put()
  @Requires('STAFF', {
    id: 'moveTicket',
    summary: 'Ticket einem anderen Kunden zuordnen',
    description:
      'Für ein Ticket, das ein Mitarbeiter beim falschen Kunden erfasst hat. Geht nur, solange der bisherige Kunde nichts geschrieben und keine Antwort oder Datei erhalten hat; sonst erfassen Sie ein neues Ticket und schließen dieses. Der bisherige Kunde sieht es ab der nächsten Anfrage nicht mehr, wer mitlas, liest nicht mehr mit, und das Gerät bleibt nur, wenn es dem neuen Kunden gehört. Nummer, Kategorie und Bearbeiter bleiben. Der neue Ansprechpartner erhält eine Bestätigung per Mail.',
    versioned: 'edit',
    errors: [
      sameCustomer,
      customerUnknown,
      contactUnknown,
      customerArchived,
      ticketMerged,
      ticketHasMerged,
      knownToCustomer,
    ],
  })
  async move(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { customerId, contactId }: MoveTicketDto,
  ): Promise<TicketDetailDto> {
    await this.moves.move(id, version, customerId, contactId);
    return this.tickets.detail(id);
  }
}

import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sendCsv } from '../../csv/csv-export';
import { ExportsList } from '../../csv/list-export';
import { ExportPortalTicketsQuery } from './lists/export-portal-tickets.query';
import { PortalTicketExport } from './lists/portal-ticket-export';

@ApiTags('Portal: Tickets')
@Controller('api/v1/portal/tickets/exports')
export class PortalTicketExportController {
  constructor(private readonly tickets: PortalTicketExport) {}

  @Get()
  @ExportsList({ id: 'exportPortalTickets', summary: 'Tickets der Firma als CSV-Datei laden' })
  async export(@Query() query: ExportPortalTicketsQuery): Promise<StreamableFile> {
    return sendCsv(await this.tickets.of(query));
  }
}

import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sendCsv } from '../../csv/csv-export';
import { ExportsList } from '../../csv/list-export';
import { ExportPortalOrdersQuery } from './orders/export-portal-orders.query';
import { PortalOrderExport } from './portal-order-export';

@ApiTags('Portal: Bestellungen')
@Controller('api/v1/portal/orders/exports')
export class PortalOrderExportController {
  constructor(private readonly orders: PortalOrderExport) {}

  @Get()
  @ExportsList({
    id: 'exportPortalOrders',
    summary: 'Bestellungen und Angebotsanfragen der Firma als CSV-Datei laden',
  })
  async export(@Query() query: ExportPortalOrdersQuery): Promise<StreamableFile> {
    return sendCsv(await this.orders.of(query));
  }
}

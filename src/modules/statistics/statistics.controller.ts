import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { sendCsv } from '../../csv/csv-export';
import { ExportsList } from '../../csv/list-export';
import { Requires } from '../../platform/http/requires';
import { CURRENCY } from '../catalog';
import { StatisticsExport } from './statistics-export';
import { StatisticsReader } from './statistics.reader';
import {
  ArticleStatisticsDto,
  ExportStatisticsQuery,
  OrderStatisticsDto,
  PrinterStatisticsDto,
  RunningTicketStatisticsDto,
  StatisticsQuery,
  TicketStatisticsDto,
} from './statistics.dto';

@ApiTags('Statistik')
@Controller('api/v1/staff/statistics')
export class StatisticsController {
  constructor(
    private readonly figures: StatisticsReader,
    private readonly files: StatisticsExport,
  ) {}

  @Get('running-tickets')
  @Requires('STAFF', {
    id: 'getRunningTicketStatistics',
    summary: 'Laufende Tickets nach Status und Alter',
    description: 'Das Alter zählt, seit das Ticket erfasst wurde.',
  })
  async runningTickets(): Promise<RunningTicketStatisticsDto> {
    return { items: await this.figures.runningTickets() };
  }

  @Get('tickets')
  @Requires('STAFF', {
    id: 'getTicketStatistics',
    summary: 'Tickets nach Monaten, mit den Zeiten bis zur ersten Antwort und zur Lösung',
    description:
      'Zu jedem Monat die Tickets, die darin erfasst wurden. Antworten zählen, wo ein Kunde das Ticket erfasst hat; als gelöst gilt, was heute gelöst oder geschlossen ist.',
  })
  async tickets(@Query() query: StatisticsQuery): Promise<TicketStatisticsDto> {
    return { items: await this.figures.ticketsByMonth(query) };
  }

  @Get('orders')
  @Requires('STAFF', {
    id: 'getOrderStatistics',
    summary: 'Bestellungen und Angebote nach Monaten',
    description: 'Zu jedem Monat, was darin einging, und was aus den Anfragen dieses Monats geworden ist.',
  })
  async orders(@Query() query: StatisticsQuery): Promise<OrderStatisticsDto> {
    return { currency: CURRENCY, items: await this.figures.ordersByMonth(query) };
  }

  @Get('articles')
  @Requires('STAFF', {
    id: 'getArticleStatistics',
    summary: 'Am meisten bestellte Artikel',
    description: 'Nach bestellter Menge, ohne abgelehnte und stornierte Bestellungen.',
  })
  async articles(@Query() query: StatisticsQuery): Promise<ArticleStatisticsDto> {
    return { currency: CURRENCY, items: await this.figures.articles(query) };
  }

  @Get('printers')
  @Requires('STAFF', {
    id: 'getPrinterStatistics',
    summary: 'Drucker, für die am meisten bestellt wurde',
    description: 'Nach der Menge des bestellten Zubehörs, ohne abgelehnte und stornierte Bestellungen.',
  })
  async printers(@Query() query: StatisticsQuery): Promise<PrinterStatisticsDto> {
    return { currency: CURRENCY, items: await this.figures.printers(query) };
  }

  @Get('exports')
  @ExportsList({
    id: 'exportStatistics',
    summary: 'Eine der Statistiken als CSV-Datei laden',
    audience: 'STAFF',
    about: 'Die Zahlen einer Seite.',
  })
  export(@Query() query: ExportStatisticsQuery): StreamableFile {
    return sendCsv(this.files.of(query));
  }
}

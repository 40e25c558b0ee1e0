import { Injectable } from '@nestjs/common';
import type { Months } from '../../platform/months';
import { ContactsReader } from '../contacts';
import { OrderStatistics } from '../ordering';
import { SettingsService } from '../tenants';
import { TicketStatistics } from '../tickets';
import type {
  OrderedArticleDto,
  OrderedPrinterDto,
  OrderMonthDto,
  RunningTicketsDto,
  StatisticsQuery,
  TicketMonthDto,
} from './statistics.dto';

const DEFAULT_MONTHS = 6;

/** Figures of the tenant; months are those of its calendar. */
@Injectable()
export class StatisticsReader {
  constructor(
    private readonly settings: SettingsService,
    private readonly tickets: TicketStatistics,
    private readonly ordering: OrderStatistics,
    private readonly customers: ContactsReader,
  ) {}

  runningTickets(): Promise<RunningTicketsDto[]> {
    return this.tickets.running();
  }

  async ticketsByMonth(query: StatisticsQuery): Promise<TicketMonthDto[]> {
    return this.tickets.byMonth(await this.months(query));
  }

  async ordersByMonth(query: StatisticsQuery): Promise<OrderMonthDto[]> {
    return this.ordering.byMonth(await this.months(query));
  }

  async articles(query: StatisticsQuery): Promise<OrderedArticleDto[]> {
    return this.ordering.articles(await this.months(query));
  }

  async printers(query: StatisticsQuery): Promise<OrderedPrinterDto[]> {
    const printers = await this.ordering.printers(await this.months(query));
    const customers = await this.customers.customerNames(printers.map(({ customerId }) => customerId));
    return printers.map(({ customerId, ...printer }) => ({
      ...printer,
      customer: customers.get(customerId) ?? null,
    }));
  }

  private async months({ months = DEFAULT_MONTHS, until }: StatisticsQuery): Promise<Months> {
    const { timeZone } = await this.settings.current();
    return { timeZone, until, months };
  }
}

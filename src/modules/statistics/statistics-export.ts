import { Injectable } from '@nestjs/common';
import type { Language } from '../../platform/context/context';
import { amountIn } from '../../csv/cells/numbers';
import type { CsvExport } from '../../csv/csv-export';
import { type ListColumn, listExport } from '../../csv/list-export';
import type { Texts } from '../../platform/errors';
import { StatisticsReader } from './statistics.reader';
import type {
  ExportStatisticsQuery,
  OrderedArticleDto,
  OrderedPrinterDto,
  OrderMonthDto,
  RunningTicketsDto,
  StatisticsQuery,
  Table,
  TicketMonthDto,
} from './statistics.dto';

const STATUSES: Readonly<Record<RunningTicketsDto['status'], Texts>> = {
  NEW: { de: 'Neu', en: 'New' },
  IN_PROGRESS: { de: 'In Bearbeitung', en: 'In progress' },
  WAITING_FOR_CUSTOMER: { de: 'Wartet auf Kunden', en: 'Waiting for the customer' },
  RESOLVED: { de: 'Gelöst', en: 'Resolved' },
  CLOSED: { de: 'Geschlossen', en: 'Closed' },
};

const RUNNING: readonly ListColumn<RunningTicketsDto>[] = [
  column('Status', 'Status', ({ status }, language) => STATUSES[status][language]),
  column('Bis 1 Tag', 'Up to 1 day', ({ withinDay }) => withinDay),
  column('Bis 7 Tage', 'Up to 7 days', ({ withinWeek }) => withinWeek),
  column('Bis 30 Tage', 'Up to 30 days', ({ withinMonth }) => withinMonth),
  column('Älter', 'Older', ({ older }) => older),
  column('Zusammen', 'Total', ({ total }) => total),
];
const TICKETS: readonly ListColumn<TicketMonthDto>[] = [
  column('Monat', 'Month', ({ month }) => month),
  column('Erfasst', 'Recorded', ({ recorded }) => recorded),
  column('Beantwortet', 'Answered', ({ answered }) => answered),
  column(
    'Erste Antwort, Median (Minuten)',
    'First answer, median (minutes)',
    ({ answerMedian }) => answerMedian,
  ),
  column(
    'Erste Antwort, 90 % (Minuten)',
    'First answer, 90% (minutes)',
    ({ answerPercentile90 }) => answerPercentile90,
  ),
  column('Gelöst', 'Resolved', ({ resolved }) => resolved),
  column(
    'Lösung, Median (Minuten)',
    'Resolution, median (minutes)',
    ({ resolutionMedian }) => resolutionMedian,
  ),
  column(
    'Lösung, 90 % (Minuten)',
    'Resolution, 90% (minutes)',
    ({ resolutionPercentile90 }) => resolutionPercentile90,
  ),
];
const ORDERS: readonly ListColumn<OrderMonthDto>[] = [
  column('Monat', 'Month', ({ month }) => month),
  column('Bestellungen', 'Orders', ({ orders }) => orders),
  column('Bestellungen netto', 'Orders, net', ({ ordersNetCents }, language) =>
    amountIn(ordersNetCents, language),
  ),
  column('Angebotsanfragen', 'Quote requests', ({ quoteRequests }) => quoteRequests),
  column('Angebote', 'Offers', ({ offers }) => offers),
  column('Angebote netto', 'Offers, net', ({ offersNetCents }, language) =>
    amountIn(offersNetCents, language),
  ),
  column('Angenommen', 'Accepted', ({ accepted }) => accepted),
  column('Angenommen netto', 'Accepted, net', ({ acceptedNetCents }, language) =>
    amountIn(acceptedNetCents, language),
  ),
  column('Angenommen in %', 'Accepted in %', ({ acceptedPercent }) => acceptedPercent),
];
const ORDERED = [
  column<{ quantity: number }>('Menge', 'Quantity', ({ quantity }) => quantity),
  column<{ orders: number }>('Bestellungen', 'Orders', ({ orders }) => orders),
  column<{ netCents: number }>('Netto', 'Net', ({ netCents }, language) => amountIn(netCents, language)),
] as const;
const ARTICLES: readonly ListColumn<OrderedArticleDto>[] = [
  column('Artikelnummer', 'Article number', ({ number }) => number),
  column('Name', 'Name', ({ name }) => name),
  ...ORDERED,
];
const PRINTERS: readonly ListColumn<OrderedPrinterDto>[] = [
  column('Drucker', 'Printer', ({ name }) => name),
  column('Modell', 'Model', ({ model }) => model),
  column('Standort', 'Location', ({ location }) => location),
  column('Kundennummer', 'Customer number', ({ customer }) => customer?.number),
  column('Kunde', 'Customer', ({ customer }) => customer?.name),
  ...ORDERED,
];

/** Each of the statistics as a file. */
@Injectable()
export class StatisticsExport {
  private readonly tables: Readonly<
    Record<Table, (query: StatisticsQuery, language?: Language) => CsvExport>
  >;

  constructor(figures: StatisticsReader) {
    this.tables = {
      'running-tickets': (_, language) =>
        file(
          { de: 'laufende-tickets', en: 'running-tickets' },
          RUNNING,
          () => figures.runningTickets(),
          language,
        ),
      tickets: (query, language) =>
        file(
          { de: 'tickets-je-monat', en: 'tickets-by-month' },
          TICKETS,
          () => figures.ticketsByMonth(query),
          language,
        ),
      orders: (query, language) =>
        file(
          { de: 'bestellungen-je-monat', en: 'orders-by-month' },
          ORDERS,
          () => figures.ordersByMonth(query),
          language,
        ),
      articles: (query, language) =>
        file(
          { de: 'meistbestellte-artikel', en: 'top-articles' },
          ARTICLES,
          () => figures.articles(query),
          language,
        ),
      printers: (query, language) =>
        file(
          { de: 'drucker-mit-bedarf', en: 'top-printers' },
          PRINTERS,
          () => figures.printers(query),
          language,
        ),
    };
  }

  of({ table, language, ...query }: ExportStatisticsQuery): CsvExport {
    return this.tables[table](query, language);
  }
}

function column<Item>(
  de: string,
  en: string,
  cell: (item: Item, language: Language) => string | number | null | undefined,
): ListColumn<Item> {
  return { names: { de, en }, cell: (item, language) => cell(item, language)?.toString() };
}

function file<Item>(
  { de, en }: Texts,
  columns: readonly ListColumn<Item>[],
  read: () => Promise<Item[]>,
  language?: Language,
): CsvExport {
  const fileName = { de: `${de}.csv`, en: `${en}.csv` };
  return listExport({ fileName, language, columns, page: async () => ({ items: await read() }) });
}

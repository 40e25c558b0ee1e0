import { IntersectionType } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { ListExportQuery } from '../../csv/list-export.query';
import { OneOf, Optional } from '../../platform/http/validation/fields';
import { QueryNumber } from '../../platform/http/validation/query-fields';

export const MOST_MONTHS = 12;
export const TABLES = ['running-tickets', 'tickets', 'orders', 'articles', 'printers'] as const;
export type Table = (typeof TABLES)[number];

export class StatisticsQuery {
  /** So viele Monate, der letzte eingeschlossen. */
  @QueryNumber(1, MOST_MONTHS, { default: 6 })
  months?: number;

  /** Der letzte Monat, wie `2026-11`; ohne Angabe der laufende. */
  @Optional()
  @Matches(/^(?:20\d\d)-(?:0[1-9]|1[0-2])$/)
  until?: string;
}

export class ExportStatisticsQuery extends IntersectionType(StatisticsQuery, ListExportQuery) {
  @OneOf(TABLES)
  table: Table;
}

/** Laufende Tickets eines Status, nach der Zeit, seit der es sie gibt. */
export class RunningTicketsDto {
  status: 'NEW' | 'IN_PROGRESS' | 'WAITING_FOR_CUSTOMER' | 'RESOLVED' | 'CLOSED';
  /** Bis zu einem Tag. */
  withinDay: number;
  /** Bis zu sieben Tagen. */
  withinWeek: number;
  /** Bis zu 30 Tagen. */
  withinMonth: number;
  older: number;
  total: number;
}

export class RunningTicketStatisticsDto {
  items: RunningTicketsDto[];
}

/** Tickets, die in einem Monat erfasst wurden. */
export class TicketMonthDto {
  /** Monat nach der Zeitzone des Mandanten. @example 2026-11 */
  month: string;
  recorded: number;
  /** Von Kunden erfasst und von Mitarbeitern öffentlich beantwortet. */
  answered: number;
  /** Minuten bis zur ersten Antwort: in der Hälfte der Fälle höchstens so viele. Null: keine beantwortet. @example 95 */
  answerMedian: number | null;
  /** In neun von zehn Fällen höchstens so viele. @example 480 */
  answerPercentile90: number | null;
  /** Gelöst oder geschlossen. */
  resolved: number;
  /** Minuten, bis sie gelöst waren. @example 1440 */
  resolutionMedian: number | null;
  /** @example 7200 */
  resolutionPercentile90: number | null;
}

export class TicketStatisticsDto {
  items: TicketMonthDto[];
}

/** Was in einem Monat bestellt und angefragt wurde; Beträge netto. */
export class OrderMonthDto {
  /** Monat nach der Zeitzone des Mandanten. @example 2026-11 */
  month: string;
  /** Ohne abgelehnte und stornierte. */
  orders: number;
  /** @example 184000 */
  ordersNetCents: number;
  quoteRequests: number;
  /** Angebote auf die Anfragen dieses Monats, wie auch immer sie ausgingen. */
  offers: number;
  /** @example 92000 */
  offersNetCents: number;
  accepted: number;
  /** @example 46000 */
  acceptedNetCents: number;
  /** Anteil der angenommenen an den Angeboten, die nicht mehr offen sind; null: es gibt keine. @example 50 */
  acceptedPercent: number | null;
}

export class OrderStatisticsDto {
  /** @example EUR */
  currency: string;
  items: OrderMonthDto[];
}

/** Ein Artikel und wie viel davon bestellt wurde; ohne abgelehnte und stornierte Bestellungen. */
export class OrderedArticleDto {
  id: string;
  /** @example TN-2420 */
  number: string;
  name: string;
  /** Stück oder andere Einheit. */
  quantity: number;
  orders: number;
  /** @example 89000 */
  netCents: number;
}

export class ArticleStatisticsDto {
  /** @example EUR */
  currency: string;
  /** Die 20 mit der größten Menge. */
  items: OrderedArticleDto[];
}

/** Wem der Drucker gehört. */
export class StatisticsCustomerDto {
  id: string;
  number: string;
  name: string;
}

/** Ein Drucker und wie viel Zubehör für ihn bestellt wurde. */
export class OrderedPrinterDto {
  id: string;
  name: string;
  model: string | null;
  location: string | null;
  customer: StatisticsCustomerDto | null;
  quantity: number;
  orders: number;
  /** @example 89000 */
  netCents: number;
}

export class PrinterStatisticsDto {
  /** @example EUR */
  currency: string;
  /** Die 20 mit der größten Menge. */
  items: OrderedPrinterDto[];
}

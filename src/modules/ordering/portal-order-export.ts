import { Injectable } from '@nestjs/common';
import type { Language } from '../../platform/context/context';
import { momentIn } from '../../csv/cells/moments';
import { amountIn } from '../../csv/cells/numbers';
import type { CsvExport } from '../../csv/csv-export';
import { type ListColumn, listExport } from '../../csv/list-export';
import { SettingsService } from '../tenants';
import type { ExportPortalOrdersQuery } from './orders/export-portal-orders.query';
import type { PortalOrderDto } from './orders/portal-order.dto';
import { orderKindLabel } from './mails/order-words';
import type { OrderStatus } from './orders/order-status';
import { PortalOrdersReader } from './orders/portal-orders.reader';

const SHOPS = {
  de: { ONLINE_SHOP: 'OnlineShop', PRINTER_SHOP: 'DruckerShop' },
  en: { ONLINE_SHOP: 'Online shop', PRINTER_SHOP: 'Printer shop' },
} as const;

const STATUSES: Readonly<Record<Language, Readonly<Record<OrderStatus, string>>>> = {
  de: {
    RECEIVED: 'Eingegangen',
    ACCEPTED: 'Bestätigt',
    REJECTED: 'Abgelehnt',
    OFFER_MADE: 'Angebot liegt vor',
    OFFER_WITHDRAWN: 'Angebot zurückgezogen',
    OFFER_ACCEPTED: 'Angebot angenommen',
    OFFER_DECLINED: 'Angebot abgelehnt',
    CANCELLED: 'Storniert',
  },
  en: {
    RECEIVED: 'Received',
    ACCEPTED: 'Confirmed',
    REJECTED: 'Rejected',
    OFFER_MADE: 'Offer to answer',
    OFFER_WITHDRAWN: 'Offer withdrawn',
    OFFER_ACCEPTED: 'Offer accepted',
    OFFER_DECLINED: 'Offer declined',
    CANCELLED: 'Cancelled',
  },
};

/** Of an order that came from an accepted offer, until staff have confirmed it. */
const BINDING = { de: 'Verbindlich bestellt', en: 'Binding order' } as const;
const EXPIRED = { de: 'Angebot abgelaufen', en: 'Offer expired' } as const;

/** The orders and quote requests of a company in a file, with the prices that the list shows. */
@Injectable()
export class PortalOrderExport {
  constructor(
    private readonly list: PortalOrdersReader,
    private readonly settings: SettingsService,
  ) {}

  async of({ language, ...filter }: ExportPortalOrdersQuery): Promise<CsvExport> {
    const { timeZone } = await this.settings.current();
    return listExport<PortalOrderDto>({
      fileName: { de: 'bestellungen.csv', en: 'orders.csv' },
      language,
      columns: columnsIn(timeZone),
      page: (paging) => this.list.page({ ...filter, ...paging, sort: '-createdAt' }),
    });
  }
}

function columnsIn(timeZone: string): ListColumn<PortalOrderDto>[] {
  const moment = momentIn(timeZone);
  return [
    { names: { de: 'Nummer', en: 'Number' }, cell: ({ number }) => number },
    { names: { de: 'Art', en: 'Kind' }, cell: ({ kind }, language) => orderKindLabel(kind, language) },
    { names: { de: 'Shop', en: 'Shop' }, cell: ({ shop }, language) => SHOPS[language][shop] },
    { names: { de: 'Status', en: 'Status' }, cell: statusOf },
    { names: { de: 'Bestellt von', en: 'Ordered by' }, cell: ({ contact }) => contact.name },
    { names: { de: 'Bestellzeichen', en: 'Reference' }, cell: ({ reference }) => reference },
    { names: { de: 'Bestellt', en: 'Ordered' }, cell: ({ createdAt }) => moment(createdAt) },
    { names: { de: 'Entschieden', en: 'Decided' }, cell: ({ decidedAt }) => moment(decidedAt) },
    {
      names: { de: 'Netto', en: 'Net' },
      cell: ({ totalNetCents: cents }, language) =>
        cents === undefined ? undefined : amountIn(cents, language),
    },
    {
      names: { de: 'Brutto', en: 'Gross' },
      cell: ({ totalGrossCents: cents }, language) =>
        cents === undefined ? undefined : amountIn(cents, language),
    },
    { names: { de: 'Währung', en: 'Currency' }, cell: ({ currency }) => currency },
  ];
}

function statusOf({ status, quoteRequestId, offer }: PortalOrderDto, language: Language): string {
  if (status === 'OFFER_MADE' && offer?.expired) return EXPIRED[language];
  return status === 'RECEIVED' && quoteRequestId ? BINDING[language] : STATUSES[language][status];
}

import { Injectable } from '@nestjs/common';
import { momentIn } from '../../../csv/cells/moments';
import type { CsvExport } from '../../../csv/csv-export';
import { type ListColumn, listExport } from '../../../csv/list-export';
import { SettingsService } from '../../tenants';
import type { ExportPortalTicketsQuery } from './export-portal-tickets.query';
import type { PortalTicketDto } from './portal-ticket.dto';
import { statusName } from '../mails/ticket.mail';
import { PortalTicketsReader } from './portal-tickets.reader';

/** The tickets of a company in a file. */
@Injectable()
export class PortalTicketExport {
  constructor(
    private readonly list: PortalTicketsReader,
    private readonly settings: SettingsService,
  ) {}

  async of({ language, ...filter }: ExportPortalTicketsQuery): Promise<CsvExport> {
    const { timeZone } = await this.settings.current();
    return listExport<PortalTicketDto>({
      fileName: { de: 'tickets.csv', en: 'tickets.csv' },
      language,
      columns: columnsIn(timeZone),
      page: (paging) => this.list.page({ ...filter, ...paging, sort: '-createdAt' }),
    });
  }
}

function columnsIn(timeZone: string): ListColumn<PortalTicketDto>[] {
  const moment = momentIn(timeZone);
  // A file is passed on: nobody is "you" in it.
  return [
    { names: { de: 'Nummer', en: 'Number' }, cell: ({ number }) => number },
    { names: { de: 'Betreff', en: 'Subject' }, cell: ({ subject }) => subject },
    {
      names: { de: 'Status', en: 'Status' },
      cell: ({ status }, language) => statusName(status, language, false),
    },
    { names: { de: 'Ansprechpartner', en: 'Contact' }, cell: ({ contact }) => contact?.name },
    { names: { de: 'Erfasst', en: 'Created' }, cell: ({ createdAt }) => moment(createdAt) },
    { names: { de: 'Zuletzt geändert', en: 'Last changed' }, cell: ({ updatedAt }) => moment(updatedAt) },
    { names: { de: 'Gelöst', en: 'Resolved' }, cell: ({ resolvedAt }) => moment(resolvedAt) },
    { names: { de: 'Geschlossen', en: 'Closed' }, cell: ({ closedAt }) => moment(closedAt) },
  ];
}

import { IntersectionType, OmitType } from '@nestjs/swagger';
import { PAGING } from '../../../platform/csv/list-export';
import { ListExportQuery } from '../../../platform/csv/list-export.query';
import { ListPortalTicketsQuery } from './portal-ticket.dto';

export class ExportPortalTicketsQuery extends IntersectionType(
  OmitType(ListPortalTicketsQuery, [...PAGING, 'sort']),
  ListExportQuery,
) {}

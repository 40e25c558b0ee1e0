import { IntersectionType, OmitType } from '@nestjs/swagger';
import { PAGING } from '../../../csv/list-export';
import { ListExportQuery } from '../../../csv/list-export.query';
import { ListPortalTicketsQuery } from './portal-ticket.dto';

export class ExportPortalTicketsQuery extends IntersectionType(
  OmitType(ListPortalTicketsQuery, [...PAGING, 'sort']),
  ListExportQuery,
) {}

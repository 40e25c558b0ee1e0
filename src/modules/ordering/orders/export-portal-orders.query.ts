import { IntersectionType, OmitType } from '@nestjs/swagger';
import { PAGING } from '../../../platform/csv/list-export';
import { ListExportQuery } from '../../../platform/csv/list-export.query';
import { ListPortalOrdersQuery } from './portal-order.dto';

export class ExportPortalOrdersQuery extends IntersectionType(
  OmitType(ListPortalOrdersQuery, [...PAGING, 'sort']),
  ListExportQuery,
) {}

import { IntersectionType, OmitType } from '@nestjs/swagger';
import { PAGING } from '../../../csv/list-export';
import { ListExportQuery } from '../../../csv/list-export.query';
import { ListPortalOrdersQuery } from './portal-order.dto';

export class ExportPortalOrdersQuery extends IntersectionType(
  OmitType(ListPortalOrdersQuery, [...PAGING, 'sort']),
  ListExportQuery,
) {}

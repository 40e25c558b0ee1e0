import { OmitType } from '@nestjs/swagger';
import { PAGING } from '../../../platform/csv/list-export';
import { OneOf, Optional } from '../../../platform/http/validation/fields';
import { ListPortalOrdersQuery } from './portal-order.dto';

export class ExportPortalOrdersQuery extends OmitType(ListPortalOrdersQuery, [...PAGING, 'sort']) {
  /** Der Überschriften und Werte; ohne Angabe nach Accept-Language. */
  @Optional()
  @OneOf(['de', 'en'])
  language?: 'de' | 'en';
}

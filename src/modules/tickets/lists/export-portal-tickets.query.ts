import { OmitType } from '@nestjs/swagger';
import { PAGING } from '../../../platform/csv/list-export';
import { OneOf, Optional } from '../../../platform/http/validation/fields';
import { ListPortalTicketsQuery } from './portal-ticket.dto';

export class ExportPortalTicketsQuery extends OmitType(ListPortalTicketsQuery, [...PAGING, 'sort']) {
  /** Der Überschriften und Werte; ohne Angabe nach Accept-Language. */
  @Optional()
  @OneOf(['de', 'en'])
  language?: 'de' | 'en';
}

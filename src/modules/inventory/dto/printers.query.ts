import { ListQuery } from '../../../platform/http/paging/list-query.dto';
import { Optional, Text } from '../../../platform/http/validation/fields';

/** What a list of printers understands. */
export class PrintersQuery extends ListQuery {
  /** Name, Seriennummer, Inventarnummer, Standort oder Raum, auch nur der Anfang; Tippfehler stören nicht. */
  @Optional()
  @Text({ max: 100 })
  search?: string;
}

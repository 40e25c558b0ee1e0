import { Optional, Text } from '../validation/fields';
import { QueryFlag, QueryNumber } from '../validation/query-fields';

/** What every list understands. */
export class ListQuery {
  /** Einträge je Seite. */
  @QueryNumber(1, 100, { default: 25 })
  limit?: number;

  /** `nextCursor` der vorigen Seite. */
  @Optional()
  @Text({ max: 500 })
  cursor?: string;

  /** Auch die Gesamtzahl der Treffer ermitteln. */
  @QueryFlag({ default: false })
  count?: boolean;
}

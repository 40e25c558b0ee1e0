import { Optional, Text } from '../validation/fields';
import { QueryFlag, QueryNumber } from '../validation/query-fields';

/** Holds what a row is sorted by, which may be two hundred characters of four bytes each, and some more. */
const MAX_CURSOR_LENGTH = 4_000;

/** What every list understands. */
export class ListQuery {
  /** Einträge je Seite. */
  @QueryNumber(1, 100, { default: 25 })
  limit?: number;

  /** `nextCursor` der vorigen Seite. */
  @Optional()
  @Text({ max: MAX_CURSOR_LENGTH })
  cursor?: string;

  /** Auch die Gesamtzahl der Treffer ermitteln. */
  @QueryFlag({ default: false })
  count?: boolean;
}

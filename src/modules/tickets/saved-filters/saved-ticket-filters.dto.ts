import { Id, OneOf, Optional, Text } from '../../../platform/http/validation/fields';
import { NestedList } from '../../../platform/http/validation/list-fields';
import { TICKET_PRIORITIES, type TicketPriority } from '../ticket.entity';
import { TICKET_SORTS, type TicketSort } from '../ticket-sort';
import { type SavedTicketFilter, TICKET_VIEWS, type TicketView } from './saved-ticket-filters.entity';

const MAX_FILTERS = 20;
const MAX_NAME = 60;

/** Ein gemerkter Filter: was in der Liste der Tickets gewählt ist. */
export class SavedTicketFilterDto {
  /** Jeder Name nur einmal; Groß- und Kleinschreibung zählen nicht. */
  @Text({ max: MAX_NAME, example: 'Dringendes ohne Bearbeiter' })
  name: string;

  /** Die Ablage: meine, ohne Bearbeiter, warten auf Kunden, alle laufenden, erledigt. Ohne Angabe alle laufenden. */
  @Optional()
  @OneOf(TICKET_VIEWS)
  view?: TicketView;

  /** Gesuchte Wörter. */
  @Optional()
  @Text({ max: 200, example: 'Drucker' })
  search?: string;

  @Optional()
  @OneOf(TICKET_PRIORITIES)
  priority?: TicketPriority;

  /** Eine Kategorie, siehe `listTicketCategories`. */
  @Optional()
  @Id()
  categoryId?: string;

  /** Ein Mitarbeiter, siehe `listStaffUsers`. */
  @Optional()
  @Id()
  assigneeId?: string;

  /** In welcher Reihenfolge, siehe `listTickets`. */
  @Optional()
  @OneOf(TICKET_SORTS)
  sort?: TicketSort;
}

export class PutSavedTicketFiltersDto {
  /** Alle, in der Reihenfolge, in der sie stehen sollen: Was hier fehlt, ist danach nicht mehr gemerkt. */
  @NestedList(() => SavedTicketFilterDto, { max: MAX_FILTERS, min: 0 })
  items: SavedTicketFilterDto[];
}

export class SavedTicketFilterListDto {
  items: SavedTicketFilterDto[];
}

export function presentSavedFilters(filters: readonly SavedTicketFilter[]): SavedTicketFilterListDto {
  return { items: [...filters] };
}

import { Column, Entity, ForeignKey } from 'typeorm';
import { TenantOwned } from '../../../platform/database';
import type { TicketPriority } from '../ticket.entity';
import type { TicketSort } from '../ticket-sort';

/** The queues among which staff choose; what each of them holds, the workplace knows. */
export const TICKET_VIEWS = ['mine', 'unassigned', 'waiting', 'all', 'done'] as const;
export type TicketView = (typeof TICKET_VIEWS)[number];

/** What somebody looks for again and again, under a name. */
export interface SavedTicketFilter {
  readonly name: string;
  readonly view?: TicketView;
  readonly search?: string;
  readonly priority?: TicketPriority;
  readonly categoryId?: string;
  readonly assigneeId?: string;
  readonly sort?: TicketSort;
}

/** The filters that somebody of the staff has saved; the row has the id of that person. */
@Entity('saved_ticket_filters')
@ForeignKey('StaffUser', ['tenantId', 'id'], ['tenantId', 'id'], {
  name: 'saved_ticket_filters_staff_user',
  onDelete: 'CASCADE',
})
export class SavedTicketFilters extends TenantOwned {
  /** In the order in which they are shown. */
  @Column('jsonb')
  filters: SavedTicketFilter[];
}

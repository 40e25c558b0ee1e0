import { Column, Entity, ForeignKey, Index, Unique } from 'typeorm';
import { TenantOwned } from '../../../platform/database';
import { Ticket } from '../ticket.entity';

/** That a contact sees a ticket of a colleague or of the company, and hears of it. */
@Entity('ticket_watchers')
@Unique('ticket_watchers_once', ['tenantId', 'ticketId', 'contactId'])
@Index('ticket_watchers_of_contact', ['tenantId', 'contactId', 'ticketId'])
@ForeignKey(() => Ticket, ['tenantId', 'ticketId'], ['tenantId', 'id'], {
  name: 'ticket_watchers_ticket',
  onDelete: 'CASCADE',
})
@ForeignKey('Contact', ['tenantId', 'contactId'], ['tenantId', 'id'], {
  name: 'ticket_watchers_contact',
  onDelete: 'CASCADE',
})
export class TicketWatcher extends TenantOwned {
  @Column('uuid', { name: 'ticket_id' })
  ticketId: string;

  @Column('uuid', { name: 'contact_id' })
  contactId: string;
}

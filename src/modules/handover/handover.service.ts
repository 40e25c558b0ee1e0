import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import { TransactionService } from '../../platform/database';
import { ItemsOfStaffUser } from '../inbox';
import { StaffReader, StaffUsersService } from '../staff';
import { TicketsOfStaffUser } from '../tickets';
import { successorUnknown } from './handover.errors';

/** The open work of a staff user. */
export interface WorkOfStaffUser {
  readonly openTickets: number;
  readonly inboxItems: number;
}

/** Gives the work of a colleague to another, all of it or nothing. */
@Injectable()
export class HandoverService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly users: StaffUsersService,
    private readonly staff: StaffReader,
    private readonly tickets: TicketsOfStaffUser,
    private readonly items: ItemsOfStaffUser,
    private readonly audit: AuditLog,
  ) {}

  /** @throws notFound */
  workOf(staffUserId: string): Promise<WorkOfStaffUser> {
    return this.transactions.run(async () => {
      await this.users.get(staffUserId);
      return {
        openTickets: await this.tickets.count(staffUserId),
        inboxItems: await this.items.count(staffUserId),
      };
    });
  }

  /**
   * In few statements, however much it is. Answers how much that was.
   * @param toId who takes it over; null: it is anybody's
   * @param deactivate ends the access in the same transaction, so that nothing can be given to somebody who has left
   * @throws notFound, successorUnknown, lastAdmin
   */
  handOver(fromId: string, toId: string | null, deactivate: boolean): Promise<WorkOfStaffUser> {
    return this.transactions.run(async () => {
      const { user } = await this.users.get(fromId);
      // Locks the work before the people, as every assignment does, against deadlocks.
      await this.tickets.hold(fromId);
      await this.items.hold(fromId);
      await this.staff.hold(toId === null ? [fromId] : [fromId, toId]);
      const to = toId === null ? null : { id: toId, name: await this.successorName(fromId, toId) };
      if (deactivate) await this.users.deactivate(fromId);
      const handedOver = {
        openTickets: await this.tickets.assign({ id: fromId, name: user.name }, to),
        inboxItems: await this.items.assign(fromId, toId),
      };
      await this.audit.record({
        action: 'staff-user.work-handed-over',
        objectType: 'StaffUser',
        objectId: fromId,
        changes: { toId, to: to?.name ?? null, ...handedOver },
      });
      return handedOver;
    });
  }

  private async successorName(fromId: string, toId: string): Promise<string> {
    const isAvailable = toId !== fromId && (await this.staff.isAvailable(toId));
    const name = isAvailable ? (await this.staff.names([toId])).get(toId) : undefined;
    if (name === undefined) throw successorUnknown({ pointer: '/toId' });
    return name;
  }
}

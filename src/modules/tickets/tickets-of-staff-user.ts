import { Injectable } from '@nestjs/common';
import { oneOf, tenantCondition, TransactionService } from '../../platform/database';
import { TicketHistory } from './history/ticket-history';
import type { NamedPerson } from './ticket-parties';
import { RUNNING_STATUSES } from './ticket-status';

const ASSIGNED_TO_USER = `
  FROM tickets t WHERE ${tenantCondition('t')} AND t.assignee_id = $2 AND ${oneOf('t.status', RUNNING_STATUSES)}`;
const COUNT = `SELECT count(*)::int AS total ${ASSIGNED_TO_USER}`;
const HOLD = `SELECT t.id ${ASSIGNED_TO_USER} ORDER BY t.id FOR UPDATE`;
const ASSIGN = `
  UPDATE tickets t SET assignee_id = $3, updated_at = $4, version = t.version + 1
  WHERE ${tenantCondition('t')} AND t.assignee_id = $2 AND ${oneOf('t.status', RUNNING_STATUSES)}
  RETURNING t.id`;

/** The running tickets of a staff user, all at once; each call joins the transaction of its caller. */
@Injectable()
export class TicketsOfStaffUser {
  constructor(
    private readonly transactions: TransactionService,
    private readonly history: TicketHistory,
  ) {}

  async count(staffUserId: string): Promise<number> {
    const [row] = await this.transactions.query<{ total: number }>(COUNT, [
      this.transactions.tenantId,
      staffUserId,
    ]);
    return row?.total ?? 0;
  }

  /** Locks them until the transaction ends. */
  async hold(staffUserId: string): Promise<void> {
    await this.transactions.current.query(HOLD, [this.transactions.tenantId, staffUserId]);
  }

  /** Assigns them to a colleague, or to nobody; each says so in its history. Answers how many they were. */
  async assign(from: NamedPerson, to: NamedPerson | null): Promise<number> {
    const at = new Date();
    const moved = await this.transactions.current.query<{ id: string }>(ASSIGN, [
      this.transactions.tenantId,
      from.id,
      to?.id ?? null,
      at,
    ]);
    const ids = moved.map(({ id }) => id);
    this.history.recordAll(ids, 'ASSIGNED', { at, from: from.name, to: to?.name, visibility: 'INTERNAL' });
    return ids.length;
  }
}

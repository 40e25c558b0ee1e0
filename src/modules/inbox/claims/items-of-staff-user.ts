import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import { tenantCondition, TransactionService } from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { inboxItemChanged } from '../events/inbox.events';

const ASSIGNED_TO_USER = `
  FROM inbox_items t WHERE ${tenantCondition('t')} AND t.assignee_id = $2 AND t.state IN ('NEW', 'IN_PROGRESS')`;
const COUNT = `SELECT count(*)::int AS total ${ASSIGNED_TO_USER}`;
const HOLD = `SELECT t.id ${ASSIGNED_TO_USER} ORDER BY t.id FOR UPDATE`;
const ASSIGN = `
  UPDATE inbox_items t SET assignee_id = $3::uuid, version = t.version + 1,
    state = CASE WHEN $3::uuid IS NULL THEN 'NEW' ELSE 'IN_PROGRESS' END
  WHERE ${tenantCondition('t')} AND t.assignee_id = $2 AND t.state IN ('NEW', 'IN_PROGRESS')
  RETURNING t.id`;

/** The items that are assigned to a staff user, all at once; each call joins the transaction of its caller. */
@Injectable()
export class ItemsOfStaffUser {
  constructor(
    private readonly transactions: TransactionService,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
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

  /** Assigns them to a colleague, or unassigns them. Answers how many they were. */
  async assign(from: string, to: string | null): Promise<number> {
    const { tenantId, current } = this.transactions;
    const moved = await current.query<{ id: string }>(ASSIGN, [tenantId, from, to]);
    const change =
      to === null
        ? { action: 'inbox-item.released' as const, changes: { from } }
        : { action: 'inbox-item.claimed' as const, changes: { assigneeId: to } };
    await this.audit.recordAll(moved.map(({ id }) => ({ ...change, objectType: 'InboxItem', objectId: id })));
    this.events.publishAll(
      inboxItemChanged,
      moved.map(({ id }) => ({ itemId: id })),
    );
    return moved.length;
  }
}

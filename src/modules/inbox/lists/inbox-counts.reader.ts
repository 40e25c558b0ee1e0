import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import { tenantCondition, TransactionService } from '../../../platform/database';
import type { InboxCountsDto, InboxTypeCountsDto } from './inbox-item.dto';
import { INBOX_ITEM_TYPES, type InboxItemState, type InboxItemType } from '../inbox-item-type';

interface CountRow {
  readonly type: InboxItemType;
  readonly state: InboxItemState;
  readonly n: number;
}

interface OpenRow {
  readonly open: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly oldest: Date | null;
}

const BY_TYPE = `SELECT type, state, count(*)::int AS n FROM inbox_items t WHERE ${tenantCondition('t')} GROUP BY type, state`;

const OPEN = `SELECT count(*)::int AS open, count(*) FILTER (WHERE assignee_id = $2)::int AS mine,
    count(*) FILTER (WHERE assignee_id IS NULL)::int AS unassigned, min(coalesce(reopened_at, created_at)) AS oldest
  FROM inbox_items t WHERE ${tenantCondition('t')} AND state IN ('NEW', 'IN_PROGRESS')`;

/** The Postkorb in figures. */
@Injectable()
export class InboxCountsReader {
  constructor(private readonly transactions: TransactionService) {}

  async counts(): Promise<InboxCountsDto> {
    const { tenantId } = this.transactions;
    const rows = await this.transactions.query<CountRow>(BY_TYPE, [tenantId]);
    const [open] = await this.transactions.query<OpenRow>(OPEN, [tenantId, currentActor().id]);
    return {
      byType: INBOX_ITEM_TYPES.map((type) => countsOf(type, rows)),
      open: open?.open ?? 0,
      mine: open?.mine ?? 0,
      unassigned: open?.unassigned ?? 0,
      oldestCreatedAt: open?.oldest ?? null,
    };
  }
}

function countsOf(type: InboxItemType, rows: readonly CountRow[]): InboxTypeCountsDto {
  const count = (state: InboxItemState): number =>
    rows.find((row) => row.type === type && row.state === state)?.n ?? 0;
  return {
    type,
    new: count('NEW'),
    inProgress: count('IN_PROGRESS'),
    done: count('DONE'),
    rejected: count('REJECTED'),
  };
}

import { Injectable } from '@nestjs/common';
import { withinDays } from '../../platform/http/paging/days';
import { equalities, KeysetList, type Page } from '../../platform/http/paging/keyset-list';
import { SettingsService } from '../tenants';
import type { AuditEntryDto, ListAuditEntriesQuery } from './dto/audit-entry.dto';

interface AuditRow {
  readonly id: string;
  readonly occurred_at: Date;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly action: string;
  readonly object_type: string;
  readonly object_id: string;
  readonly changes: Record<string, unknown>;
  readonly before: Record<string, unknown> | null;
  readonly reason: string | null;
  readonly correlation_id: string | null;
}

type Conditions = ReturnType<typeof equalities>;

const SORTS = { newest: { by: 't.occurred_at', type: 'timestamptz', direction: 'DESC' } } as const;

@Injectable()
export class AuditEntriesReader {
  constructor(
    private readonly lists: KeysetList,
    private readonly settings: SettingsService,
  ) {}

  async list(query: ListAuditEntriesQuery): Promise<Page<AuditEntryDto>> {
    const page = await this.lists.page<AuditRow, 'newest'>({
      select: `t.id, t.occurred_at, t.actor_id, t.actor_name, t.action, t.object_type, t.object_id, t.changes,
        t.before, t.reason, t.correlation_id`,
      from: 'audit_entries t',
      ...(await this.conditionsFor(query)),
      sorts: SORTS,
      sort: 'newest',
      query,
    });
    return { ...page, items: page.items.map(present) };
  }

  /** Days are those of the tenant's calendar. */
  private async conditionsFor({
    objectId,
    objectType,
    actorId,
    action,
    from,
    until,
  }: ListAuditEntriesQuery): Promise<Conditions> {
    const { where, parameters } = equalities({
      't.object_id': objectId,
      't.object_type': objectType,
      't.actor_id': actorId,
      't.action': action,
    });
    if (!from && !until) return { where, parameters };
    const { timeZone } = await this.settings.current();
    where.push(...withinDays('t.occurred_at', { from, until, timeZone }, parameters));
    return { where, parameters };
  }
}

function present(row: AuditRow): AuditEntryDto {
  return {
    id: row.id,
    occurredAt: row.occurred_at,
    actorId: row.actor_id,
    actorName: row.actor_name,
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    before: row.before,
    changes: row.changes,
    reason: row.reason,
    correlationId: row.correlation_id,
  };
}

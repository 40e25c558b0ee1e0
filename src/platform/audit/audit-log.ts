import { Injectable } from '@nestjs/common';
import { currentContext } from '../context/context';
import { chunksOf, InjectTenantRepository, type TenantRepository, TransactionService } from '../database';
import { AuditEntry } from './audit-entry.entity';
import type { AuditAction, AuditObjectType } from './audited';

export interface AuditedChange {
  readonly action: AuditAction;
  readonly objectType: AuditObjectType;
  readonly objectId: string;
  /** New values by field; never a secret. */
  readonly changes?: Record<string, unknown>;
  /** What was so before: those of the changed fields are kept. */
  readonly before?: object;
  /** The actor, where it is not the principal of the request: at a login there is none yet. */
  readonly actor?: { readonly id: string; readonly name: string };
}

/** Writes down who changed what, in the transaction of the change. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly transactions: TransactionService,
    @InjectTenantRepository(AuditEntry) private readonly entries: TenantRepository<AuditEntry>,
  ) {}

  /** What is older than three years; the database lets nothing younger go. */
  async forgetOld(): Promise<void> {
    await this.transactions.query('SELECT forget_old_audit_entries()');
  }

  async record(change: AuditedChange): Promise<void> {
    this.entries.insertDeferred(entryOf(change));
  }

  /** As `record`, for many objects in few statements. */
  async recordAll(changes: readonly AuditedChange[]): Promise<void> {
    for (const some of chunksOf(changes)) this.entries.insertAllDeferred(some.map(entryOf));
  }
}

function entryOf({ changes = {}, before, actor = currentContext()?.actor, ...change }: AuditedChange) {
  const context = currentContext();
  return {
    ...change,
    changes,
    before: before ? valuesBefore(before, changes) : null,
    actorId: actor?.id ?? null,
    actorName: actor?.name ?? null,
    reason: context?.reason ?? null,
    correlationId: context?.correlationId ?? null,
  };
}

/** Of the fields that were given a value. */
function valuesBefore(before: object, changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(before).filter(([field]) => changes[field] !== undefined) as [string, unknown][],
  );
}

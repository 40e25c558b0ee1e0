import { Injectable } from '@nestjs/common';
import { currentContext } from '../context/context';
import { InjectTenantRepository, type TenantRepository } from '../database/tenant.repository';
import { TransactionService } from '../database/transaction.service';
import { AuditEntry } from './audit-entry.entity';

export interface AuditedChange {
  /** What was done, in the past tense, e.g. `portal-access.activated`. */
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  /** New values by field; never a secret. */
  readonly changes?: Record<string, unknown>;
  /** Who did it, where that is somebody else than the principal of the request: at a login there is none yet. */
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

  async record({ changes = {}, actor = currentContext()?.actor, ...change }: AuditedChange): Promise<void> {
    const context = currentContext();
    this.entries.insertDeferred({
      ...change,
      changes,
      actorId: actor?.id ?? null,
      actorName: actor?.name ?? null,
      reason: context?.reason ?? null,
      correlationId: context?.correlationId ?? null,
    });
  }
}

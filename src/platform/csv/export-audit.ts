import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { from, type Observable, switchMap } from 'rxjs';
import { AuditLog } from '../audit/audit-log';
import { TransactionService } from '../database/transaction.service';

const EXPORT = 'kundenportal:export';

/** Names an export for the audit log, by its operationId. */
export function AuditedExport(operation: string): MethodDecorator {
  return SetMetadata(EXPORT, operation);
}

/** Writes down who takes a whole table along, before the first row leaves. */
@Injectable()
export class ExportAudit implements NestInterceptor {
  constructor(
    private readonly transactions: TransactionService,
    private readonly audit: AuditLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const operation: unknown = Reflect.getMetadata(EXPORT, context.getHandler());
    return from(this.record(operation)).pipe(switchMap(() => next.handle()));
  }

  private record(operation: unknown): Promise<void> {
    const { tenantId } = this.transactions;
    const entry = { action: 'table.exported', objectType: 'Tenant', objectId: tenantId };
    return this.transactions.run(() => this.audit.record({ ...entry, changes: { operation } }));
  }
}

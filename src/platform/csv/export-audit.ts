import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { from, type Observable, switchMap } from 'rxjs';
import { AuditLog } from '../audit/audit-log';
import { currentActor } from '../context/context';
import { TransactionService } from '../database/transaction.service';
import { forbidden } from '../errors';
import { mayExport } from './export.policy';

const EXPORT = 'kundenportal:export';

/** Names an export for the audit log, by its operationId. */
export function AuditedExport(operation: string): MethodDecorator {
  return SetMetadata(EXPORT, operation);
}

/** Lets only those export who may, and writes down who takes a whole table along, before the first row leaves. */
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

  /** @throws forbidden */
  private async record(operation: unknown): Promise<void> {
    const actor = currentActor();
    if (!mayExport(actor)) throw forbidden();
    const object =
      actor.kind === 'STAFF'
        ? { objectType: 'Tenant', objectId: actor.tenantId }
        : { objectType: 'Customer', objectId: actor.customerId };
    await this.transactions.run(() =>
      this.audit.record({ action: 'table.exported', ...object, changes: { operation } }),
    );
  }
}

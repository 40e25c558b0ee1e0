import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { AuditLog } from '../platform/audit/audit-log';
import type { Actor } from '../platform/context/actor';
import { currentActor } from '../platform/context/context';
import { TransactionService } from '../platform/database';
import { forbidden } from '../platform/errors';
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

  /** @throws forbidden */
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const operation: unknown = Reflect.getMetadata(EXPORT, context.getHandler());
    const actor = currentActor();
    if (!mayExport(actor)) throw forbidden();
    // Only then is the request known to be valid; the file's first row is read when it is sent.
    return next.handle().pipe(
      mergeMap(async (file: unknown) => {
        await this.record(operation, actor);
        return file;
      }),
    );
  }

  private record(operation: unknown, actor: Actor): Promise<void> {
    const object =
      actor.kind === 'STAFF'
        ? { objectType: 'Tenant' as const, objectId: actor.tenantId }
        : { objectType: 'Customer' as const, objectId: actor.customerId };
    return this.transactions.run(() =>
      this.audit.record({ action: 'table.exported', ...object, changes: { operation } }),
    );
  }
}

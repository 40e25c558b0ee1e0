import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditLog } from '../../../platform/audit/audit-log';
import type { AuditAction } from '../../../platform/audit/audited';
import {
  InjectTenantRepository,
  type TenantRepository,
  TransactionService,
  waitingBriefly,
} from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { notFound, preconditionFailed } from '../../../platform/errors';
import { AccountsService } from '../../auth';
import { customerChanged } from '../customer.events';
import { Customer } from './customer.entity';

/** Takes customers out of the daily work, with all accesses of their people, and brings them back. */
@Injectable()
export class CustomerArchive {
  constructor(
    private readonly transactions: TransactionService,
    private readonly accounts: AccountsService,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
    @InjectTenantRepository(Customer) private readonly customers: TenantRepository<Customer>,
  ) {}

  /** Suspends every access from the next request on. Idempotent. @throws notFound, preconditionFailed, recordBusy */
  archive(id: string, version: number): Promise<Customer> {
    return this.locked(id, version, async (customer) => {
      if (customer.archivedAt !== null) return;
      customer.archivedAt = new Date();
      await this.customers.update(customer);
      await this.accounts.suspendAllOf(id);
      await this.record('customer.archived', id);
    });
  }

  /** Restores every access as it was. Idempotent. @throws notFound, preconditionFailed, recordBusy */
  restore(id: string, version: number): Promise<Customer> {
    return this.locked(id, version, async (customer) => {
      if (customer.archivedAt === null) return;
      customer.archivedAt = null;
      await this.customers.update(customer);
      await this.accounts.resumeAllOf(id);
      await this.record('customer.restored', id);
    });
  }

  /** Those of some customers who are in the archive. */
  async archivedAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const found = await this.customers.find({ id: In([...new Set(ids)]) });
    return new Set(found.flatMap(({ id, archivedAt }) => (archivedAt ? [id] : [])));
  }

  private locked(
    id: string,
    version: number,
    change: (customer: Customer) => Promise<void>,
  ): Promise<Customer> {
    return waitingBriefly(this.transactions, async () => {
      const customer = await this.customers.lock({ id });
      if (!customer) throw notFound();
      if (customer.version !== version) throw preconditionFailed();
      await change(customer);
      return customer;
    });
  }

  private async record(action: AuditAction, id: string): Promise<void> {
    await this.audit.record({ action, objectType: 'Customer', objectId: id });
    await this.events.publish(customerChanged, { customerId: id, visibility: 'INTERNAL' });
  }
}

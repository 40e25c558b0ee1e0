import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import type { AuditAction } from '../../../platform/audit/audited';
import {
  InjectTenantRepository,
  mapUniqueViolation,
  NumberSequences,
  tenantCondition,
  type TenantRepository,
  TransactionService,
  waitingBriefly,
} from '../../../platform/database';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { notFound, preconditionFailed } from '../../../platform/errors';
import { comparisonKey } from '../../../platform/text/comparison-key';
import { changedFields } from '../../../platform/changed-fields';
import { customerChanged } from '../customer.events';
import { customerArchived, customerNumberTaken } from '../contacts.errors';
import { Customer } from './customer.entity';

/** What people enter about a customer. */
export interface CustomerValues {
  readonly number: string;
  readonly name: string;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly city: string | null;
  /** ISO 3166-1, two letters. */
  readonly country: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly website: string | null;
  readonly notes: string | null;
}

/** Without a number the customer gets the next one. */
export type NewCustomer = Partial<CustomerValues> & Pick<CustomerValues, 'name'>;

const EMPTY = {
  street: null,
  postalCode: null,
  city: null,
  country: 'DE',
  phone: null,
  email: null,
  website: null,
  notes: null,
};
// As rows do that name the customer: only whoever archives it waits.
const KEEP = `SELECT FROM customers t WHERE ${tenantCondition('t')} AND t.id = $2 FOR KEY SHARE`;
const SEQUENCE = 'customers';
const FIRST_ABOVE = 10_000;
const numberTaken = () => customerNumberTaken({ pointer: '/number' });
const DUPLICATES = { customers_number: numberTaken, customers_number_key: numberTaken };

@Injectable()
export class CustomersService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly numbers: NumberSequences,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
    @InjectTenantRepository(Customer) private readonly customers: TenantRepository<Customer>,
  ) {}

  /** @throws notFound */
  async get(id: string): Promise<Customer> {
    const customer = await this.customers.findOne({ id });
    if (!customer) throw notFound();
    return customer;
  }

  exists(id: string): Promise<boolean> {
    return this.customers.exists({ id });
  }

  /**
   * As `get`, for those who give somebody of it something new; nobody archives it until the transaction ends.
   * @throws notFound, customerArchived
   */
  async current(id: string): Promise<Customer> {
    await this.transactions.current.query(KEEP, [this.transactions.tenantId, id]);
    const customer = await this.get(id);
    if (customer.archivedAt !== null) throw customerArchived();
    return customer;
  }

  /** @throws customerNumberTaken, recordBusy */
  create(wanted: NewCustomer): Promise<Customer> {
    return waitingBriefly(this.transactions, async () => {
      const given = changedFields<CustomerValues>({ ...EMPTY, number: '', name: '' }, wanted);
      const number = given.number ?? (await this.nextNumber());
      const customer = await mapUniqueViolation(DUPLICATES, () =>
        this.customers.insert({ ...EMPTY, ...given, ...withKey({ number }) }),
      );
      await this.record('customer.created', customer.id, { ...given, number });
      return customer;
    });
  }

  /** @throws notFound, preconditionFailed, customerNumberTaken, recordBusy */
  update(id: string, version: number, wanted: Partial<CustomerValues>): Promise<Customer> {
    return waitingBriefly(this.transactions, async () => {
      const customer = await this.customers.lock({ id });
      if (!customer) throw notFound();
      if (customer.version !== version) throw preconditionFailed();
      const changes = changedFields<CustomerValues>(customer, wanted);
      if (Object.keys(changes).length === 0) return customer;
      Object.assign(customer, withKey(changes));
      await mapUniqueViolation(DUPLICATES, () => this.customers.update(customer));
      await this.record('customer.changed', id, changes);
      return customer;
    });
  }

  private async nextNumber(): Promise<string> {
    const next = numbered(await this.numbers.next(SEQUENCE, FIRST_ABOVE));
    if (!(await this.customers.exists({ numberKey: comparisonKey(next) }))) return next;
    // Somebody entered or imported numbers of this form: go on behind them.
    const [highest] = await this.transactions.query<{ value: string }>(
      `SELECT max(substring(number_key FROM 3)::bigint) AS value FROM customers
       WHERE tenant_id = $1 AND number_key ~ '^k-[0-9]{1,12}$'`,
      [this.transactions.tenantId],
    );
    return numbered(await this.numbers.next(SEQUENCE, Number(highest?.value)));
  }

  private async record(action: AuditAction, id: string, changes: object): Promise<void> {
    await this.audit.record({ action, objectType: 'Customer', objectId: id, changes: { ...changes } });
    await this.events.publish(customerChanged, {
      customerId: id,
      visibility: 'name' in changes ? 'PUBLIC' : 'INTERNAL',
    });
  }
}

function numbered(value: number): string {
  return `K-${value}`;
}

/** A number goes with its key. */
function withKey<Values extends Partial<CustomerValues>>(
  values: Values,
): Values & Pick<Customer, 'numberKey'> {
  return values.number === undefined ? values : { ...values, numberKey: comparisonKey(values.number) };
}

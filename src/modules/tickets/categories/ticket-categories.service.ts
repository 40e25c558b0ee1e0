import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log';
import type { AuditAction } from '../../../platform/audit/audited';
import { changedFields } from '../../../platform/changed-fields';
import { currentLanguage } from '../../../platform/context/context';
import {
  InjectTenantRepository,
  mapUniqueViolation,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { notFound, preconditionFailed } from '../../../platform/errors';
import { EventPublisher } from '../../../platform/events/event-publisher';
import { comparisonKey } from '../../../platform/text/comparison-key';
import { Ticket } from '../ticket.entity';
import { categoryInUse, categoryNameTaken, tooManyCategories } from '../tickets.errors';
import { TicketCategory } from './ticket-category.entity';
import { ticketCategoryChanged } from './ticket-category.events';

/** What admins enter about a category. */
export type CategoryValues = Pick<
  TicketCategory,
  'nameDe' | 'nameEn' | 'position' | 'active' | 'shownToCustomers'
>;

/** More than anybody looks through in a list of choices. */
export const MAX_CATEGORIES = 100;
const LAST_POSITION = 9_999;
const STEP = 10;

const DUPLICATES = {
  ticket_categories_name_de: () => categoryNameTaken({ pointer: '/nameDe' }),
  ticket_categories_name_en: () => categoryNameTaken({ pointer: '/nameEn' }),
};

/** The categories that a tenant keeps for its tickets. */
@Injectable()
export class TicketCategoriesService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly audit: AuditLog,
    private readonly events: EventPublisher,
    @InjectTenantRepository(TicketCategory) private readonly categories: TenantRepository<TicketCategory>,
    @InjectTenantRepository(Ticket) private readonly tickets: TenantRepository<Ticket>,
  ) {}

  /** In the order in which people see them. */
  all(): Promise<TicketCategory[]> {
    return this.categories.find({}, { order: inOrder() });
  }

  /** Those that customers choose among. */
  offered(): Promise<TicketCategory[]> {
    return this.categories.find({ active: true, shownToCustomers: true }, { order: inOrder() });
  }

  /** @throws notFound */
  async get(id: string): Promise<TicketCategory> {
    const category = await this.categories.findOne({ id });
    if (!category) throw notFound();
    return category;
  }

  /** @throws categoryNameTaken, tooManyCategories */
  create(
    wanted: Partial<CategoryValues> & Pick<CategoryValues, 'nameDe' | 'nameEn'>,
  ): Promise<TicketCategory> {
    return this.transactions.run(async () => {
      const known = await this.all();
      if (known.length >= MAX_CATEGORIES) throw tooManyCategories({ values: { max: MAX_CATEGORIES } });
      const values = {
        nameDe: wanted.nameDe,
        nameEn: wanted.nameEn,
        position: wanted.position ?? Math.min((known.at(-1)?.position ?? 0) + STEP, LAST_POSITION),
        active: true,
        shownToCustomers: wanted.shownToCustomers ?? true,
      };
      const category = await mapUniqueViolation(DUPLICATES, () => this.categories.insert(withKeys(values)));
      await this.record('ticket-category.created', category.id, values, values.shownToCustomers);
      return category;
    });
  }

  /** @throws notFound, preconditionFailed, categoryNameTaken */
  update(id: string, version: number, wanted: Partial<CategoryValues>): Promise<TicketCategory> {
    return this.transactions.run(async () => {
      const category = await this.categories.lock({ id });
      if (!category) throw notFound();
      if (category.version !== version) throw preconditionFailed();
      const changes = changedFields<CategoryValues>(category, wanted);
      if (Object.keys(changes).length === 0) return category;
      const wasShown = category.shownToCustomers;
      Object.assign(category, withKeys(changes));
      await mapUniqueViolation(DUPLICATES, () => this.categories.update(category));
      await this.record('ticket-category.changed', id, changes, wasShown || category.shownToCustomers);
      return category;
    });
  }

  /** Only what no ticket has; the others are made inactive. @throws notFound, categoryInUse */
  delete(id: string): Promise<void> {
    return this.transactions.run(async () => {
      // Waits for tickets that are getting it, and lets none get it from now on.
      const category = await this.categories.lock({ id });
      if (!category) throw notFound();
      if (await this.tickets.exists({ categoryId: id })) throw categoryInUse();
      await this.categories.delete({ id });
      const { nameDe, nameEn, shownToCustomers } = category;
      await this.record('ticket-category.deleted', id, { nameDe, nameEn }, shownToCustomers);
    });
  }

  private async record(
    action: AuditAction,
    objectId: string,
    changes: object,
    isShown: boolean,
  ): Promise<void> {
    const visibility = isShown ? 'PUBLIC' : 'INTERNAL';
    await this.events.publish(ticketCategoryChanged, { categoryId: objectId, visibility });
    await this.audit.record({ action, objectType: 'TicketCategory', objectId, changes: { ...changes } });
  }
}

function inOrder() {
  const byName = currentLanguage() === 'en' ? 'nameEn' : 'nameDe';
  return { position: 'ASC', [byName]: 'ASC', id: 'ASC' } as const;
}

/** What is entered goes with its key. */
function withKeys<Values extends Partial<CategoryValues>>(
  values: Values,
): Values & Pick<TicketCategory, 'nameDeKey' | 'nameEnKey'> {
  const { nameDe, nameEn } = values;
  return {
    ...values,
    ...(nameDe !== undefined && { nameDeKey: comparisonKey(nameDe) }),
    ...(nameEn !== undefined && { nameEnKey: comparisonKey(nameEn) }),
  };
}

import { Injectable } from '@nestjs/common';
import { currentActor } from '../../../platform/context/context';
import {
  InjectTenantRepository,
  type TenantRepository,
  TransactionService,
} from '../../../platform/database';
import { comparisonKey } from '../../../platform/text/comparison-key';
import { StaffReader } from '../../staff';
import { TicketCategoryNames } from '../categories/ticket-category-names';
import { categoryUnknown, filterNameTwice, staffUserUnknown } from '../tickets.errors';
import { type SavedTicketFilter, SavedTicketFilters } from './saved-ticket-filters.entity';

type Filters = readonly SavedTicketFilter[];

/** The filters of whoever asks; nobody reads or changes those of somebody else. */
@Injectable()
export class SavedTicketFiltersService {
  constructor(
    private readonly transactions: TransactionService,
    private readonly categories: TicketCategoryNames,
    private readonly staff: StaffReader,
    @InjectTenantRepository(SavedTicketFilters) private readonly saved: TenantRepository<SavedTicketFilters>,
  ) {}

  /** But for those of a category that is deleted, and had no ticket: they would find nothing, for good. */
  async own(): Promise<Filters> {
    const saved = await this.saved.findOne({ id: currentActor().id });
    if (!saved) return [];
    const hasCategory = await this.knownCategories(saved.filters);
    return saved.filters.filter(hasCategory);
  }

  /**
   * In the place of what was saved before, in one statement: of two at once the later one stays, and never both.
   * @throws filterNameTwice, categoryUnknown, staffUserUnknown
   */
  async replace(filters: Filters): Promise<void> {
    assertNamesDiffer(filters);
    await this.transactions.run(async () => {
      await this.assertKnown(filters);
      await this.transactions.query(
        `INSERT INTO saved_ticket_filters (tenant_id, id, filters) VALUES ($1, $2, $3)
         ON CONFLICT (tenant_id, id) DO UPDATE SET filters = EXCLUDED.filters`,
        [this.transactions.tenantId, currentActor().id, JSON.stringify(filters)],
      );
    });
  }

  private async assertKnown(filters: Filters): Promise<void> {
    const hasCategory = await this.knownCategories(filters);
    const colleagues = await this.staff.names(filters.flatMap(({ assigneeId }) => assigneeId ?? []));
    for (const [place, filter] of filters.entries()) {
      if (!hasCategory(filter)) throw categoryUnknown({ pointer: `/items/${place}/categoryId` });
      if (filter.assigneeId !== undefined && !colleagues.has(filter.assigneeId)) {
        throw staffUserUnknown({ pointer: `/items/${place}/assigneeId` });
      }
    }
  }

  private async knownCategories(filters: Filters): Promise<(filter: SavedTicketFilter) => boolean> {
    const named = await this.categories.of(filters.flatMap(({ categoryId }) => categoryId ?? []));
    return ({ categoryId }) => categoryId === undefined || named(categoryId) !== null;
  }
}

/** @throws filterNameTwice */
function assertNamesDiffer(filters: Filters): void {
  const names = filters.map(({ name }) => comparisonKey(name));
  const twice = names.findIndex((name, place) => names.indexOf(name) !== place);
  if (twice >= 0) throw filterNameTwice({ pointer: `/items/${twice}/name` });
}

import { Injectable } from '@nestjs/common';
import { currentActor, currentLanguage } from '../../../platform/context/context';
import { queryByIds, tenantCondition, TransactionService } from '../../../platform/database';
import { categoryUnknown } from '../tickets.errors';
import type { TicketCategory } from './ticket-category.entity';

/** A category by its name in the reader's language. */
export interface NamedCategory {
  readonly id: string;
  readonly name: string;
}

type CategoryRow = Pick<TicketCategory, 'id' | 'nameDe' | 'nameEn' | 'active' | 'shownToCustomers'>;

const BY_IDS = `
  SELECT c.id, c.name_de AS "nameDe", c.name_en AS "nameEn", c.active, c.shown_to_customers AS "shownToCustomers"
  FROM ticket_categories c WHERE ${tenantCondition('c')} AND c.id = ANY($2::uuid[])`;

/** Which category a ticket may get, and what it is called to whoever reads. */
@Injectable()
export class TicketCategoryNames {
  constructor(private readonly transactions: TransactionService) {}

  /** The names for a page of tickets; contacts learn of those alone that customers see. */
  async of(ids: readonly (string | null)[]): Promise<(id: string | null) => NamedCategory | null> {
    const given = ids.filter((id) => id !== null);
    const rows = await queryByIds<CategoryRow>(this.transactions, BY_IDS, given);
    const forCustomers = currentActor().kind === 'CONTACT';
    const seen = rows.filter(({ shownToCustomers }) => shownToCustomers || !forCustomers);
    const named = new Map(seen.map((row) => [row.id, { id: row.id, name: nameOf(row) }]));
    return (id) => (id === null ? null : (named.get(id) ?? null));
  }

  /** One that whoever is acting may choose; it cannot be deleted until the transaction ends. @throws categoryUnknown */
  async chosen(id: string): Promise<CategoryRow & NamedCategory> {
    const [row] = await queryByIds<CategoryRow>(this.transactions, `${BY_IDS} FOR KEY SHARE`, [id]);
    const forCustomers = currentActor().kind === 'CONTACT';
    if (!row?.active || (forCustomers && !row.shownToCustomers)) {
      throw categoryUnknown({ pointer: '/categoryId' });
    }
    return { ...row, name: nameOf(row) };
  }

  /** One that a ticket has, whether or not it can be chosen now. */
  async stored(id: string): Promise<(CategoryRow & NamedCategory) | undefined> {
    const [row] = await queryByIds<CategoryRow>(this.transactions, BY_IDS, [id]);
    return row && { ...row, name: nameOf(row) };
  }
}

export function nameOf({ nameDe, nameEn }: Pick<CategoryRow, 'nameDe' | 'nameEn'>): string {
  return currentLanguage() === 'en' ? nameEn : nameDe;
}

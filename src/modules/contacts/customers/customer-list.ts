import { Injectable } from '@nestjs/common';
import { KeysetList, type Page, searchIn, type Sort } from '../../../platform/http/paging/keyset-list';
import type { CustomerListItemDto, CustomerSort, ListCustomersQuery } from './customer.dto';

interface CustomerRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly street: string | null;
  readonly postal_code: string | null;
  readonly city: string | null;
  readonly country: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly archived_at: Date | null;
  readonly created_at: Date;
}

const SORTS: Readonly<Record<CustomerSort | 'relevance', Sort>> = {
  name: { by: 't.sort_name', type: 'text', direction: 'ASC' },
  number: { by: 't.number', type: 'text', direction: 'ASC' },
  '-createdAt': { by: 't.created_at', type: 'timestamptz', direction: 'DESC' },
  relevance: { by: 's.rank', type: 'real', direction: 'DESC' },
};

const STATES: Readonly<Record<NonNullable<ListCustomersQuery['state']>, string[]>> = {
  CURRENT: ['t.archived_at IS NULL'],
  ARCHIVED: ['t.archived_at IS NOT NULL'],
  ALL: [],
};

/** Finds customers by name, number and place, in spite of typing errors and umlauts. */
@Injectable()
export class CustomerList {
  constructor(private readonly lists: KeysetList) {}

  async page(query: ListCustomersQuery): Promise<Page<CustomerListItemDto>> {
    const { search } = query;
    const page = await this.lists.page<CustomerRow, CustomerSort | 'relevance'>({
      select: `t.id, t.number, t.name, t.street, t.postal_code, t.city, t.country, t.phone, t.email, t.archived_at, t.created_at`,
      from: 'customers t',
      search: searchIn('customers', search),
      where: STATES[query.state ?? 'CURRENT'],
      parameters: [],
      sorts: SORTS,
      sort: query.sort ?? (search ? 'relevance' : 'name'),
      query,
    });
    return { ...page, items: page.items.map(present) };
  }
}

function present(row: CustomerRow): CustomerListItemDto {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    street: row.street,
    postalCode: row.postal_code,
    city: row.city,
    country: row.country,
    phone: row.phone,
    email: row.email,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
  };
}

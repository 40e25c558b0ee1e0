import type { Page } from '../../platform/http/paging/keyset-list';
import { ListContactsQuery } from './contact.dto';
import type { ListedContact } from './contact-list';

export class ListColleaguesQuery extends ListContactsQuery {}

/** Jemand aus der eigenen Firma. */
export class ColleagueDto {
  id: string;
  /** @example Petra Müller */
  name: string;
  /** Ob diese Person das Kundenportal benutzen kann. */
  hasAccess: boolean;
}

export class ColleagueListDto {
  items: ColleagueDto[];
  nextCursor?: string;
  totalCount?: number;
}

/** Names alone: addresses and notes are kept for staff. */
export function presentColleagues(page: Page<ListedContact>): ColleagueListDto {
  return { ...page, items: page.items.map(presentColleague) };
}

export function presentColleague({ contact, access }: ListedContact): ColleagueDto {
  return { id: contact.id, name: contact.name, hasAccess: access.state === 'ACTIVE' };
}

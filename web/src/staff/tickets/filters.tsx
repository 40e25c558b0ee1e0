import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { ChoiceFilter } from '../choice-filter';
import { SearchBox } from '../../ui/search-box';
import { useCategories, useColleagues } from './choices';
import { PRIORITIES, fixesAssignee, ordersOf, type TicketSearch } from './search';

/** What a queue is narrowed to; the address says it, so that it can be kept and sent to a colleague. */
export function Filters({ search }: { readonly search: TicketSearch }): ReactNode {
  const { staffTickets: texts } = useTexts();
  const navigate = useNavigate({ from: '/staff/$slug/tickets' });
  const { view, q, priority, category, assignee, order } = search;
  const orders = ordersOf(view);
  const narrow = (change: TicketSearch): void =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <div className="tools-more choices">
      <SearchBox
        label={texts.searchLabel}
        placeholder={texts.searchHint}
        value={q ?? ''}
        onSearch={(words) => narrow({ q: words || undefined })}
      />
      <ChoiceFilter
        label={texts.priority}
        all={texts.filters.anyPriority}
        value={priority}
        choices={PRIORITIES.map((each) => [each, texts.priorities[each]])}
        onChoose={(value) => narrow({ priority: PRIORITIES.find((each) => each === value) })}
      />
      <ChoiceFilter
        label={texts.category}
        all={texts.filters.anyCategory}
        value={category}
        choices={useCategories()}
        onChoose={(value) => narrow({ category: value })}
      />
      <ChoiceFilter
        label={texts.columns.assignee}
        all={texts.filters.anybody}
        value={fixesAssignee(view) ? undefined : assignee}
        choices={useColleagues()}
        onChoose={(value) => narrow({ assignee: value, view: fixesAssignee(view) ? undefined : view })}
      />
      <ChoiceFilter
        label={texts.order.label}
        all={texts.order.latest}
        value={order}
        choices={orders.map((each) => [each, texts.order[each]])}
        onChoose={(value) => narrow({ order: orders.find((each) => each === value) })}
      />
    </div>
  );
}

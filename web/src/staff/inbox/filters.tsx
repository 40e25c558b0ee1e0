import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { inboxCountsQuery } from './queries';
import { type InboxSearch, type ItemType, TYPES, type View, VIEWS } from './search';

/** Which items, and of which kind, each with how many there are. */
export function Filters({ search }: { readonly search: InboxSearch }): ReactNode {
  const { inbox } = useTexts();
  const { slug } = useTenant();
  const navigate = useNavigate();
  const { data: counts } = useQuery(inboxCountsQuery);
  const countOf = (view: View): number | undefined => (view === 'done' ? undefined : counts?.[view]);
  const openOf = (type: ItemType): string => {
    // They are counts of what is open, whoever has it.
    const of = (search.view ?? 'open') === 'open' && counts?.byType.find((each) => each.type === type);
    return of ? ` (${of.new + of.inProgress})` : '';
  };
  return (
    <div className="inbox-filters">
      <nav className="segments" aria-label={inbox.viewsLabel}>
        {VIEWS.map((view) => {
          const count = countOf(view);
          return (
            <Link
              key={view}
              to="/staff/$slug/inbox"
              params={{ slug }}
              search={{ ...search, view: view === 'open' ? undefined : view }}
              activeOptions={{ exact: true, explicitUndefined: true }}
              aria-current={(search.view ?? 'open') === view ? 'page' : undefined}
            >
              {inbox.views[view]}
              {count !== undefined && <span className="count">{count}</span>}
            </Link>
          );
        })}
      </nav>
      <select
        className="input"
        aria-label={inbox.typeLabel}
        value={search.type ?? ''}
        onChange={({ currentTarget }) =>
          void navigate({
            to: '/staff/$slug/inbox',
            params: { slug },
            search: { ...search, type: TYPES.find((type) => type === currentTarget.value) },
            replace: true,
          })
        }
      >
        <option value="">{inbox.allTypes}</option>
        {TYPES.map((type) => (
          <option key={type} value={type}>
            {inbox.typesMany[type] + openOf(type)}
          </option>
        ))}
      </select>
    </div>
  );
}

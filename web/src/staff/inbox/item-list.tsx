import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Ago } from '../../ui/time';
import { TYPE_ICONS, StatePill } from './item-state';
import type { InboxItem } from './queries';
import type { InboxSearch } from './search';
import '../../styles/inbox-items.css';

interface ItemListProps {
  readonly items: readonly InboxItem[];
  readonly search: InboxSearch;
}

export function ItemList({ items, search }: ItemListProps): ReactNode {
  const { inbox } = useTexts();
  const { slug } = useTenant();
  return (
    <ol className="list inbox-items">
      {items.map((item) => {
        const Icon = TYPE_ICONS[item.type];
        const [who, what] = labelsOf(item);
        return (
          <li key={item.id}>
            <Link to="/staff/$slug/inbox/$id" params={{ slug, id: item.id }} search={search}>
              <Icon size={20} aria-hidden />
              <span className="inbox-line">
                <span className="inbox-line-head">
                  <strong>{who}</strong>
                  <span className="muted small nowrap">
                    <Ago at={item.reopenedAt ?? item.createdAt} />
                  </span>
                </span>
                <span className="inbox-summary">{what}</span>
                <span className="row">
                  <span className="muted small">
                    {inbox.types[item.type]} <span className="number whole">{item.number}</span>
                  </span>
                  <StatePill item={item} />
                </span>
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

/** The customer and a summary; of a registration, the applicant. */
function labelsOf({ customer, registrant, summary }: InboxItem): readonly [who: string, what: string] {
  if (!registrant) return [customer?.name ?? '', summary];
  const { company, name, email, emailAscii, warning } = registrant;
  const what = [warning && `⚠ ${emailAscii ?? ''}`.trim(), name, email];
  return [customer?.name ?? company, what.filter(Boolean).join(' · ')];
}

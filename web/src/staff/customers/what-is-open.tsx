import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { useTexts } from '../../i18n';
import { useTenant } from '../../session/tenant';
import { Ago } from '../../ui/time';
import { StatusPill } from '../tickets/status';
import type { CustomerOverview } from './queries';

interface OverviewProps {
  readonly overview: CustomerOverview;
}

interface SectionProps {
  readonly title: string;
  readonly none: string;
  readonly items: readonly unknown[];
  readonly more: boolean;
  readonly children: ReactNode;
}

function Section({ title, none, items, more, children }: SectionProps): ReactNode {
  const { customers: texts } = useTexts();
  const id = useId();
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {items.length === 0 ? <p className="muted">{none}</p> : <ul className="customer-list">{children}</ul>}
      {more && <p className="muted small">{texts.thereAreMore}</p>}
    </section>
  );
}

/** The tickets that run, each a link. */
export function OpenTickets({ overview: { openTickets, more } }: OverviewProps): ReactNode {
  const { customers: texts } = useTexts();
  const { slug } = useTenant();
  return (
    <Section title={texts.openTickets} none={texts.noTickets} items={openTickets} more={more.openTickets}>
      {openTickets.map(({ id, number, subject, status, updatedAt }) => (
        <li key={id}>
          <span>
            <Link to="/staff/$slug/tickets/$id" params={{ slug, id }}>
              {subject}
            </Link>
            <span className="muted small number">
              {number} · <Ago at={updatedAt} />
            </span>
          </span>
          <StatusPill status={status} />
        </li>
      ))}
    </Section>
  );
}

export function OpenOrders({ overview: { openOrders, more } }: OverviewProps): ReactNode {
  const { customers: texts, inbox } = useTexts();
  const { slug } = useTenant();
  return (
    <Section title={texts.openOrders} none={texts.noOrders} items={openOrders} more={more.openOrders}>
      {openOrders.map(({ id, number, kind, shop, status }) => (
        <li key={id}>
          <span>
            <Link to="/staff/$slug/orders/$id" params={{ slug, id }} className="number whole">
              {number}
            </Link>
            <span className="muted small">
              {inbox.types[kind]} · {inbox.shops[shop]}
            </span>
          </span>
          <span className="small">{texts.orderStatus[status]}</span>
        </li>
      ))}
    </Section>
  );
}

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { useCan } from '../../session/me';
import { useTenant } from '../../session/tenant';
import type { OrderItem } from './queries';
import { OrderStatusPill } from './status';
import '../../styles/table.css';

interface OrderTableProps {
  readonly label: string;
  readonly orders: readonly OrderItem[];
}

/** A real table; on narrow screens each row is a card. */
export function OrderTable({ label, orders }: OrderTableProps): ReactNode {
  const { columns } = useTexts().orders;
  const ofCompany = useCan()('ORDERS_OF_COMPANY');
  return (
    <table className="table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{columns.number}</th>
          <th scope="col">{columns.status}</th>
          {ofCompany && <th scope="col">{columns.contact}</th>}
          <th scope="col">{columns.date}</th>
          <th scope="col" className="amount">
            {columns.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <OrderRow key={order.id} order={order} ofCompany={ofCompany} />
        ))}
      </tbody>
    </table>
  );
}

interface OrderRowProps {
  readonly order: OrderItem;
  readonly ofCompany: boolean;
}

function OrderRow({ order, ofCompany }: OrderRowProps): ReactNode {
  const { orders: texts } = useTexts();
  const format = useFormat();
  const { slug } = useTenant();
  const { id, number, kind, shop, reference, contact, createdAt, totalNetCents, currency } = order;
  return (
    <tr className="opens">
      <th scope="row">
        <Link to="/p/$slug/orders/$id" params={{ slug, id }} className="number whole">
          {number}
        </Link>
        <span className="under">
          {[texts.kinds[kind], texts.shops[shop], reference].filter(Boolean).join(' · ')}
        </span>
      </th>
      <td>
        <OrderStatusPill order={order} />
      </td>
      {ofCompany && <td>{contact.name}</td>}
      <td className="muted">{format.date(createdAt)}</td>
      <td className="amount">
        {totalNetCents !== undefined && currency && format.money(totalNetCents, currency)}
      </td>
    </tr>
  );
}

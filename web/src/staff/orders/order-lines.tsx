import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { LineMore } from '../inbox/sent-lines';
import type { OrderDetail } from './queries';
import '../../styles/table.css';

/** What was ordered at which prices, what the articles cost today, and what it comes to. */
export function OrderLines({ order }: { readonly order: OrderDetail }): ReactNode {
  const { inbox, staffOrders } = useTexts();
  const format = useFormat();
  const { lines, totals, currency = 'EUR' } = order;
  const money = (cents: number | undefined): string =>
    cents === undefined ? '–' : format.money(cents, currency);
  return (
    <section className="stack" aria-label={inbox.lines}>
      <table className="table order-lines" aria-label={inbox.lines}>
        <thead>
          <tr>
            <th scope="col">{inbox.article}</th>
            <th scope="col" className="amount">
              {inbox.quantity}
            </th>
            <th scope="col" className="amount">
              {staffOrders.listPriceToday}
            </th>
            <th scope="col" className="amount">
              {inbox.netPrice}
            </th>
            <th scope="col" className="amount">
              {inbox.net}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                {line.name}
                <LineMore line={line} />
              </th>
              <td className="amount">
                {format.number(line.quantity)} {line.unit}
              </td>
              <td className="amount muted list-price">{money(line.listPriceCents)}</td>
              <td className="amount">{money(line.netPriceCents)}</td>
              <td className="amount">{money(line.lineNetCents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {totals && (
        <dl className="offer-totals">
          <dt>{inbox.totalNet}</dt>
          <dd>{money(totals.netCents)}</dd>
          {totals.vat.flatMap(({ vatRatePercent, vatCents }) => [
            <dt key={`${vatRatePercent} rate`}>{inbox.vat(format.percent(vatRatePercent))}</dt>,
            <dd key={vatRatePercent}>{money(vatCents)}</dd>,
          ])}
          <dt className="total">{inbox.totalGross}</dt>
          <dd className="total">{money(totals.grossCents)}</dd>
        </dl>
      )}
    </section>
  );
}

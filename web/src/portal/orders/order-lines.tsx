import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';
import { useOrderTexts } from '../../i18n/order-texts';
import type { OrderDetail, OrderLine } from './queries';
import '../../styles/table.css';

/** What was ordered; without columns of prices where there are none. */
export function OrderLines({ order: { lines, currency } }: { readonly order: OrderDetail }): ReactNode {
  const texts = useOrderTexts();
  const priced = lines.some(({ netPriceCents }) => netPriceCents !== undefined);
  return (
    <table className="table order-lines" aria-label={texts.lines}>
      <thead>
        <tr>
          <th scope="col">{texts.article}</th>
          <th scope="col" className="amount">
            {texts.quantity}
          </th>
          {priced && (
            <>
              <th scope="col" className="amount">
                {texts.price}
              </th>
              <th scope="col" className="amount">
                {texts.lineTotal}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.id} line={line} priced={priced} currency={currency ?? 'EUR'} />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly line: OrderLine;
  readonly priced: boolean;
  readonly currency: string;
}

function Line({ line, priced, currency }: LineProps): ReactNode {
  const { orders } = useTexts();
  const format = useFormat();
  const { name, number, kind, unit, printer, quantity, netPriceCents, lineNetCents } = line;
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="under">{[kind, number].filter(Boolean).join(' · ')}</span>
        {printer && (
          <span className="under">
            {orders.forPrinter([printer.name, printer.location].filter(Boolean).join(', '))}
          </span>
        )}
      </th>
      <td className="amount">
        {format.number(quantity)} {unit}
      </td>
      {priced && (
        <>
          <td className="amount">{netPriceCents !== undefined && format.money(netPriceCents, currency)}</td>
          <td className="amount">{lineNetCents !== undefined && format.money(lineNetCents, currency)}</td>
        </>
      )}
    </tr>
  );
}

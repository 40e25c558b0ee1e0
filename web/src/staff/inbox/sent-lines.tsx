import type { ReactNode } from 'react';
import { useFormat, useTexts } from '../../i18n';
import type { InboxItemDetail } from './queries';
import '../../styles/table.css';

type Line = NonNullable<InboxItemDetail['sentOrder']>['lines'][number];

interface SentLinesProps {
  readonly lines: readonly Line[];
  readonly currency: string;
}

export function SentLines({ lines, currency }: SentLinesProps): ReactNode {
  const { inbox } = useTexts();
  const format = useFormat();
  const priced = lines.some(({ netPriceCents }) => netPriceCents !== undefined);
  return (
    <table className="table" aria-label={inbox.lines}>
      <thead>
        <tr>
          <th scope="col">{inbox.article}</th>
          <th scope="col" className="amount">
            {inbox.quantity}
          </th>
          {priced && (
            <th scope="col" className="amount">
              {inbox.net}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.lineId}>
            <th scope="row">
              {line.name}
              <LineMore line={line} />
            </th>
            <td className="amount">
              {line.quantity} {line.unit}
            </td>
            {priced && (
              <td className="amount">
                {line.lineNetCents !== undefined && format.money(line.lineNetCents, currency)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Number and kind, and the printer for which it is. */
export function LineMore({ line }: { readonly line: Pick<Line, 'number' | 'kind' | 'printer'> }): ReactNode {
  const { printer } = line;
  const place = printer && [printer.name, printer.location, printer.room].filter(Boolean).join(', ');
  return <span className="under">{[line.number, line.kind, place].filter(Boolean).join(' · ')}</span>;
}

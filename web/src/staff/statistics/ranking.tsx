import { type ReactNode, useId } from 'react';
import { useFormat } from '../../i18n';
import { useStatisticsTexts } from '../../i18n/statistics-texts';

export interface Ranked {
  readonly id: string;
  readonly name: ReactNode;
  readonly under: string;
  readonly quantity: number;
  readonly orders: number;
  readonly netCents: number;
}

interface RankingProps {
  readonly title: string;
  readonly text?: string;
  readonly of: string;
  readonly rows: readonly Ranked[];
  readonly currency: string;
}

/** What there was most of: a table whose bars show how much. */
export function Ranking({ title, text, of, rows, currency }: RankingProps): ReactNode {
  const texts = useStatisticsTexts();
  const format = useFormat();
  const id = useId();
  const most = Math.max(...rows.map(({ quantity }) => quantity));
  return (
    <section className="card chart" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {text && <p className="muted small">{text}</p>}
      {rows.length === 0 ? (
        <p className="muted">{texts.nothing}</p>
      ) : (
        <div className="chart-table">
          <table aria-labelledby={id} className="ranking">
            <thead>
              <tr>
                <th scope="col">{of}</th>
                <th scope="col" className="amount">
                  {texts.quantity}
                </th>
                <th scope="col" className="amount">
                  {texts.orders}
                </th>
                <th scope="col" className="amount">
                  {texts.net}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id: key, name, under, quantity, orders, netCents }) => (
                <tr key={key}>
                  <th scope="row">
                    {name}
                    <span className="under">{under}</span>
                    <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden>
                      <rect width={(quantity / most) * 100} height="4" className="series-0" />
                    </svg>
                  </th>
                  <td className="amount">{format.number(quantity)}</td>
                  <td className="amount">{format.number(orders)}</td>
                  <td className="amount">{format.money(netCents, currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

import { type ReactNode, useId } from 'react';
import { useStatisticsTexts } from '../../i18n/statistics-texts';

export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface ChartProps {
  readonly title: string;
  readonly text?: string;
  /** What the columns stand for, e.g. months. */
  readonly of: string;
  readonly names: readonly string[];
  readonly series: readonly Series[];
  readonly format: (value: number) => string;
  /** Further columns of the table. */
  readonly besides?: readonly { readonly name: string; readonly cells: readonly string[] }[];
}

const NONE = '–';

/** Columns to look at, and a table with the same figures for who wants them exactly, or cannot see columns. */
export function Chart({ title, text, of, names, series, format, besides = [] }: ChartProps): ReactNode {
  const texts = useStatisticsTexts();
  const id = useId();
  const most = Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const cell = (value: number | null | undefined): string =>
    value === null || value === undefined ? NONE : format(value);
  return (
    <section className="card chart" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {text && <p className="muted small">{text}</p>}
      <div className="chart-picture" aria-hidden>
        <ul className="chart-legend">
          {series.map(({ name }, i) => (
            <li key={name}>
              <svg viewBox="0 0 12 12" width="12" height="12">
                <rect width="12" height="12" rx="3" className={`series-${i}`} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
        <p className="chart-most muted small">{format(most)}</p>
        <div className="chart-columns">
          {names.map((name, at) => (
            <div key={name}>
              <svg viewBox={`0 0 ${series.length * 12} 100`} preserveAspectRatio="none">
                {series.map(({ name: of, values }, i) => {
                  const height = most > 0 ? ((values[at] ?? 0) / most) * 100 : 0;
                  return (
                    <rect
                      key={of}
                      x={i * 12 + 1}
                      y={100 - height}
                      width="10"
                      height={height}
                      className={`series-${i}`}
                    />
                  );
                })}
              </svg>
              <span className="small">{name}</span>
            </div>
          ))}
        </div>
      </div>
      <details>
        <summary>{texts.asTable}</summary>
        <div className="chart-table">
          <table aria-labelledby={id}>
            <thead>
              <tr>
                <th scope="col">{of}</th>
                {[...series, ...besides].map(({ name }) => (
                  <th key={name} scope="col" className="amount">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {names.map((name, at) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {series.map(({ name: of, values }) => (
                    <td key={of} className="amount">
                      {cell(values[at])}
                    </td>
                  ))}
                  {besides.map(({ name: of, cells }) => (
                    <td key={of} className="amount">
                      {cells[at]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

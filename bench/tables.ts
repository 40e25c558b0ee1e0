import type { Figures } from './load';
import type { Mark } from './marks';
import type { Results } from './results';

const HEAD = [
  'operation',
  'tickets',
  'node ms',
  'PostgreSQL ms',
  'node cost',
  'total cost',
  'requests/s',
  'ratio',
  'p50 ms',
  'p99 ms',
  'queries',
  'growth',
];

/** The figures as they stand in docs/performance.md. */
export function markdown(
  { at, machine, operations, startUps, pages, live }: Results,
  marks: readonly Mark[],
): string {
  const figures = operations.flatMap(({ name, sizes, queries, growth }) =>
    sizes.map(({ tickets, portal, compared }) => {
      const beside = (figure: (of: Figures) => number): string =>
        [portal, ...(compared ? [compared.bare] : [])].map((of) => String(figure(of))).join(' / ');
      return [
        name,
        tickets.toLocaleString('en'),
        beside(({ nodeMs }) => nodeMs),
        beside(({ postgresMs }) => postgresMs),
        compared?.nodeCost.toFixed(2) ?? '',
        compared?.totalCost.toFixed(2) ?? '',
        beside(({ perSecond }) => perSecond),
        compared?.ratio.toFixed(2) ?? '',
        beside(({ p50 }) => p50),
        beside(({ p99 }) => p99),
        String(queries),
        growth.toFixed(2),
      ];
    }),
  );
  const missed = marks
    .filter(({ met }) => !met)
    .map(({ promise, target, measured }) => [promise, target, measured]);
  const parts = [
    `Measured ${at.slice(0, 10)} on ${machine}; program / bare server.`,
    table(HEAD, figures),
    table(
      ['start', 'ready after'],
      startUps.map(({ name, ms }) => [name, `${(ms / 1_000).toFixed(1)} s`]),
    ),
    table(
      ['page', 'largest paint', 'slowest reaction', 'scripts', 'movement', 'loaded'],
      pages.map(({ name, lcp, inp, scriptMs, cls, kilobytes }) => [
        name,
        `${lcp} ms`,
        `${inp} ms`,
        `${scriptMs} ms`,
        String(cls),
        `${kilobytes} kB`,
      ]),
    ),
    table(
      ['change that is seen live', 'median', 'slowest'],
      live.map(({ name, median, slowest }) => [name, `${median} ms`, `${slowest} ms`]),
    ),
    `${marks.length - missed.length} of ${marks.length} marks are met. ${missed.length > 0 ? 'Missed:' : ''}`.trim(),
    ...(missed.length > 0 ? [table(['mark', 'target', 'measured'], missed)] : []),
  ];
  return `\n${parts.join('\n\n')}\n\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(3, ...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

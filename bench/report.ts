import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { marksOf } from './marks';
import { picture } from './picture';
import type { Results } from './results';
import { markdown } from './tables';

const RESULTS = join(__dirname, 'results');
const DOCS = join(__dirname, '../docs');
const FIGURES = /(<!-- figures -->\n)[\s\S]*(<!-- end of figures -->)/;

/** Prints the tables and writes JSON and picture; published, picture and figures become part of docs/performance.md. */
export function report(results: Results, publish: boolean): void {
  const marks = marksOf(results);
  console.table(
    results.operations.flatMap(({ name, sizes, queries, growth }) =>
      sizes.map(({ tickets, portal, compared }) => ({
        operation: name,
        tickets,
        'node ms': portal.nodeMs,
        'bare node': compared?.bare.nodeMs,
        'node cost': compared?.nodeCost,
        'pg ms': portal.postgresMs,
        'bare pg': compared?.bare.postgresMs,
        'total cost': compared?.totalCost,
        'portal/s': portal.perSecond,
        'bare/s': compared?.bare.perSecond,
        'p99 ms': portal.p99,
        'bare p99': compared?.bare.p99,
        queries,
        growth,
      })),
    ),
  );
  console.table(results.startUps);
  console.table(results.pages);
  console.table(results.live);
  console.table(marks);
  mkdirSync(RESULTS, { recursive: true });
  const image = join(RESULTS, 'results.svg');
  writeFileSync(join(RESULTS, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(image, picture(results));
  if (!publish) return;
  copyFileSync(image, join(DOCS, 'performance.svg'));
  const page = join(DOCS, 'performance.md');
  const text = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    text.replace(FIGURES, (_, start: string, end: string) => `${start}${markdown(results, marks)}${end}`),
  );
}

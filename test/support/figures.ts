import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface Figure {
  readonly promise: string;
  readonly target: string;
  readonly measured: string;
  readonly kept: boolean;
}

const VARIABLE = 'KUNDENPORTAL_FIGURES';
/** Enough to find the fault by; a broken border shows in hundreds of places. */
const SHOWN = 20;

/** Before the tests, in the process that starts them. */
export function openFigures(): void {
  process.env[VARIABLE] = join(mkdtempSync(join(tmpdir(), 'kundenportal-figures-')), 'figures.jsonl');
}

/**
 * Notes what was measured of a promise and fails the test where it is not kept.
 * @param complaints what is wrong; alone, it says that nothing may be
 */
export function measured(
  promise: string,
  target: string,
  value: string | number,
  kept: boolean | readonly string[],
): void {
  const complaints = typeof kept === 'boolean' ? [] : kept;
  const isKept = typeof kept === 'boolean' ? kept : complaints.length === 0;
  const file = process.env[VARIABLE];
  const figure: Figure = { promise, target, measured: String(value), kept: isKept };
  if (file) appendFileSync(file, `${JSON.stringify(figure)}\n`);
  if (isKept) return;
  const shown = complaints.slice(0, SHOWN).map((text) => `\n  ${text}`);
  throw new Error(`${promise}: ${target}, but measured ${value}.${shown.join('')}`);
}

/** After the tests: the table. On stderr, because stdout may carry Jest's report for a program. */
export function printFigures(title: string): void {
  const file = process.env[VARIABLE];
  if (!file) return;
  const figures = readFigures(file);
  rmSync(dirname(file), { recursive: true });
  const rows = [
    { promise: 'promise', target: 'target', measured: 'measured', kept: undefined },
    ...figures.map((figure) => figure),
  ];
  const width = (name: 'promise' | 'target' | 'measured'): number =>
    Math.max(...rows.map((row) => Array.from(row[name]).length));
  const [first, second, third] = [width('promise'), width('target'), width('measured')];
  const lines = rows.map(({ promise, target, measured: value, kept }) => {
    const verdict = kept === undefined ? '' : kept ? 'kept' : 'BROKEN';
    return `${promise.padEnd(first)}  ${target.padEnd(second)}  ${value.padEnd(third)}  ${verdict}`.trimEnd();
  });
  process.stderr.write(`\n${title}\n${lines.join('\n')}\n`);
}

function readFigures(file: string): Figure[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Figure);
  } catch {
    return [];
  }
}

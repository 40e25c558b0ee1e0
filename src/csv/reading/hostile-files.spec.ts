import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from '../cells/texts';
import { required } from '../columns';
import { mostFrequent } from './delimiter';
import { openCsv } from './open-csv';

const COLUMNS = { number: required(text({ max: 30 }), 'Nummer') };

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kundenportal-hostile-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Lines and cells that are handed on, and how often others had their turn meanwhile. */
async function read(content: string): Promise<{ found: unknown[]; turns: number }> {
  const path = join(folder, 'datei.csv');
  writeFileSync(path, content);
  const { records } = await openCsv(path, COLUMNS, ['number']);
  let turns = 0;
  let reading = true;
  const count = (): void => {
    turns += 1;
    if (reading) setImmediate(count);
  };
  setImmediate(count);
  const found: unknown[] = [];
  for await (const { line, cells, broken } of records) {
    found.push(broken ? [line, broken.fault] : [line, cells.join('|')]);
  }
  reading = false;
  return { found, turns };
}

it.each([
  ['separators', ';'.repeat(500_000)],
  ['separators of which a row may have so many bytes', ';'.repeat(150_000)],
  ['separators behind a value', `1${';'.repeat(2_000)}`],
  ['quoted values', '"";'.repeat(150_000)],
])('a row of nothing but %s is too long, and the next one is read', async (_what, row) => {
  const { found } = await read(`Nummer\n${row}\nK-2\n`);
  expect(found).toEqual([
    [2, 'too-long'],
    [3, 'K-2'],
  ]);
});

it.each([
  ['empty lines', '\n'],
  ['blank lines', ' \n'],
  ['rows without a value', ';;;\n'],
  ['old line ends', '\r'],
])('others have their turn between %s, of which nothing is handed on', async (_what, line) => {
  const lines = 100_000;
  const { found, turns } = await read(`Nummer\n${line.repeat(lines)}K-1\n`);
  expect(found).toEqual([[lines + 2, 'K-1']]);
  expect(turns).toBeGreaterThan((lines * line.length) / 8_192);
});

it('others have their turn between short rows', async () => {
  const lines = 20_000;
  const { found, turns } = await read(`Nummer\n${'1\n'.repeat(lines)}`);
  expect(found).toHaveLength(lines);
  expect(turns).toBeGreaterThan((lines * 2) / 8_192);
});

it.each([' ', '\t', '\n'])('a head of nothing but %j is looked at once', (blank) => {
  const began = performance.now();
  expect(mostFrequent(blank.repeat(64 * 1024))).toBe(';');
  // Trying again at each of them takes seconds.
  expect(performance.now() - began).toBeLessThan(500);
});

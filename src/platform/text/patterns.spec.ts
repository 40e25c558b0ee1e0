import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

/** Lengths that are tried one after the other, until one takes too long: a pattern may be cubic. */
const LENGTHS = [28, 300, 1_000, 6_000, 25_000];
/** What is linear takes less than a millisecond for the longest, what is quadratic more than 500: no machine takes one for the other. */
const MAX_MS = 50;
const FILLERS = [
  ...Array.from(' \t\n\u00a0aA0.,;:-_/\\"\'=@%#<([{|*+ä\u0301\u200d\ufe0f€’'),
  ...['\r\n', 'a ', 'a.', '1.', '0,', 'a@', '; ', 'x=', 'Ab', 'a-', '😀', '{{', '""'],
];
/** What few patterns end with, so that they have to look for another place. */
const END = '\u0001';

interface Pattern {
  readonly file: string;
  readonly text: string;
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.spec\.|\.d\./.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

function patternsOf(file: string): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ file, text: node.text });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

/** The characters that the pattern begins with, as far as they are no choice. */
function beginningOf(source: string): string {
  const [, literal = ''] = /^\^?((?:\\[^\w\s]|[^\\^$.*+?()[\]{}|])*)(?![*+?{])/.exec(source) ?? [];
  return literal.replace(/\\(.)/g, '$1');
}

function holdsFor(pattern: RegExp, text: string): number {
  let least = Infinity;
  // A busy machine makes one run slow, but hardly all of them.
  for (let run = 0; run < 3 && least > MAX_MS; run++) {
    const began = performance.now();
    pattern.test(text);
    least = Math.min(least, performance.now() - began);
  }
  return least;
}

const RUNS = LENGTHS.flatMap((length) =>
  FILLERS.map((filler) => ({ filler, length, run: filler.repeat(Math.ceil(length / filler.length)) })),
);

/** What makes the pattern slow. */
function slownessOf({ text }: Pattern): string | undefined {
  const end = text.lastIndexOf('/');
  const [source, flags] = [text.slice(1, end), text.slice(end + 1).replace(/[gy]/g, '')];
  const pattern = new RegExp(source, flags);
  const beginnings = new Set(['', 'x', beginningOf(source)]);
  for (const { filler, length, run } of RUNS) {
    for (const beginning of beginnings) {
      const ms = holdsFor(pattern, beginning + run + END);
      if (ms > MAX_MS) return `${JSON.stringify(beginning + filler)} × ${length}: ${Math.round(ms)} ms`;
    }
  }
  return undefined;
}

describe('A pattern in the source', () => {
  jest.setTimeout(180_000);
  const patterns = ['src', 'web/src']
    .flatMap((folder) => sourcesIn(join(__dirname, '../../..', folder)))
    .flatMap(patternsOf);

  it('takes a time that grows with the text, and no faster', () => {
    expect(patterns.length).toBeGreaterThan(150);
    const slow = patterns.flatMap((pattern) => {
      const slowness = slownessOf(pattern);
      return slowness === undefined ? [] : [`${pattern.file} ${pattern.text}: ${slowness}`];
    });
    expect(slow).toEqual([]);
  });

  it.each([/\{\{\s*([^{}]*?)\s*\}\}/g, /[^\S\ufeff]+$/u, /\s*(?:€|EUR)$/i])(
    'would be noticed: %s',
    (pattern) => {
      expect(slownessOf({ file: '', text: String(pattern) })).toBeDefined();
    },
  );
});

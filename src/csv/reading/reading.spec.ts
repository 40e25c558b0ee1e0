import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesIn } from '../../../test/support/files';
import type { DomainError } from '../../platform/errors';
import { text } from '../cells/texts';
import { optional, required } from '../columns';
import { mostFrequent } from './delimiter';
import { type CodePage, fromLatin1 } from './code-pages';
import { encodingOf } from './encoding';
import { openCsv } from './open-csv';

const COLUMNS = {
  number: required(text({ max: 30 }), 'Kundennummer', 'number'),
  name: required(text({ max: 200 }), 'Name'),
  street: optional(text({ max: 200 }), 'Straße', 'street'),
};
const HEADER = 'Kundennummer;Name;Straße\n';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kundenportal-csv-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string | Buffer): string {
  const path = join(folder, 'datei.csv');
  writeFileSync(path, content);
  return path;
}

/** [line, cells] of each record, [line, fault, column] of those that cannot be read. */
async function read(content: string | Buffer): Promise<unknown[]> {
  const { records } = await openCsv(file(content), COLUMNS, ['number']);
  const found: unknown[] = [];
  for await (const { line, cells, broken } of records) {
    found.push(broken ? [line, broken.fault, broken.column] : [line, cells.join('|')]);
  }
  return found;
}

async function refusal(content: string | Buffer): Promise<string> {
  try {
    await read(content);
    return 'taken';
  } catch (error) {
    return (error as Error).message;
  }
}

it.each([
  ['a;b;c', ';'],
  ['a,b,c', ','],
  ['a\tb\tc', '\t'],
  ['"a;b;c",d,e\n1;2;3;4', ','],
  ['\r\n\n a,b\r\nx;y;z', ','],
  ['a', ';'],
  ['', ';'],
])('sees what separates %j', (head, delimiter) => {
  expect(mostFrequent(head)).toBe(delimiter);
});

it('tells UTF-8 from windows-1252, with and without a byte order mark', async () => {
  expect(await encodingOf(file('Köln €'))).toEqual({ encoding: 'utf8', start: 0 });
  expect(await encodingOf(file('\ufeffKöln'))).toEqual({ encoding: 'utf8', start: 3 });
  expect(await encodingOf(file(Buffer.from('K\xf6ln \x80', 'latin1')))).toEqual({
    encoding: 'windows-1252',
    start: 0,
  });
  // A character of several bytes on the border between two chunks.
  expect((await encodingOf(file(`${'x'.repeat(65_535)}ö`))).encoding).toBe('utf8');
  expect(fromLatin1('\x80\x84\x93\x96\x9f\xe4', 'windows-1252')).toBe('€„“–Ÿä');
});

/** The encoding, or the code of the refusal and its place. */
async function recognised(content: Buffer): Promise<unknown> {
  try {
    return (await encodingOf(file(content))).encoding;
  } catch (error) {
    const { code, details } = error as DomainError;
    return [code, details.fields?.[0]?.extensions];
  }
}

const GERMAN = 'Müller Söhne;Größe;Käse;Straße;ÖL Ärzte;Köln;Überlingen';

describe.each<CodePage>(['windows-1252', 'cp850', 'mac-roman'])('A file in %s', (page) => {
  it.each([
    GERMAN,
    'Bäckerei Groß;Düren',
    'MÜLLER;GRÖßE;KÖLN',
    'Café Chloé;Gößweinstein;München',
    'François Müller;Señor;Łódź'.replace(/[Łź]/g, ''),
  ])('is recognised: %s', async (text) => {
    expect(await recognised(bytesIn(page, text))).toBe(page);
  });
});

describe('A file in windows-1252', () => {
  it.each([
    'Müller – Söhne;5 €;20 °C',
    'sagt „guten Tag“',
    '„Spaß“ macht „groß“',
    'Peter’s;Windows®;INTEL™;HP™',
    'Café;Crème brûlée;garçon;Málaga;São Paulo',
    'à 5 Stück;10 µm;1 m²;½;»so«;§ 5',
    'Žižek und Müller;Škoda und Köln',
    'Nord–Süd;A–Z;usw…',
  ])('is recognised: %s', async (text) => {
    expect(await recognised(bytesIn('windows-1252', text))).toBe('windows-1252');
  });
});

it.each<[CodePage, string]>([
  ['cp850', 'Straße'],
  ['cp850', 'Köln'],
  ['cp850', 'Ärzte'],
  ['cp850', 'Übung'],
  ['cp850', 'über'],
  ['mac-roman', 'Köln'],
  ['mac-roman', 'Ärzte'],
  ['mac-roman', 'Öl'],
  ['mac-roman', 'Käse'],
  ['windows-1252', 'Suárez'],
])('refuses a file in %s where it could be another one: %s', async (page, text) => {
  const content = bytesIn(page, `a;b\nc;${text}\n`);
  expect(await recognised(content)).toEqual(['import.encoding', { line: 2, column: 2 }]);
});

describe('A file that is partly UTF-8', () => {
  const rows = (...lines: (string | Buffer)[]): Buffer =>
    Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\r\n')]));

  it.each(['windows-1252', 'cp850', 'mac-roman'] as const)('and partly %s is refused', async (page) => {
    const content = rows(
      'Nummer;Name',
      '1;Müller',
      Buffer.concat([Buffer.from('2;"x;\ny";'), bytesIn(page, 'Söhne')]),
    );
    expect(await recognised(content)).toEqual(['import.encoding', { line: 4, column: 3 }]);
  });

  it('is refused for one odd byte, wherever it is', async () => {
    for (const odd of [0x80, 0xe4, 0xff, 0xc3, 0xc0]) {
      const line = Buffer.concat([Buffer.from('3;a'), Buffer.from([odd]), Buffer.from('b')]);
      expect(await recognised(rows('Nummer;Name', '1;Müller', '2;Köln', line))).toEqual([
        'import.encoding',
        { line: 4, column: 2 },
      ]);
      expect(await recognised(rows('\ufeffNummer;Name', line))).toEqual([
        'import.encoding',
        { line: 2, column: 2 },
      ]);
    }
  });

  it('is refused where its end cuts a character off, and behind any number of bytes', async () => {
    expect(await recognised(Buffer.from('Müller;x\xc3', 'latin1'))).not.toBe('utf8');
    expect(await recognised(Buffer.from('Mü;ö').subarray(0, -1))).toEqual([
      'import.encoding',
      { line: 1, column: 2 },
    ]);
    for (const length of [65_533, 65_534, 65_535, 65_536, 65_537]) {
      const content = Buffer.concat([
        Buffer.from(`${'x'.repeat(length)}ü;`),
        Buffer.from([0xfc]),
        Buffer.from('r\n'),
      ]);
      expect(await recognised(content)).toEqual(['import.encoding', { line: 1, column: 2 }]);
    }
  });

  it('is refused where the one row is UTF-8 and all others are not', async () => {
    const ansi = bytesIn('windows-1252', 'Köln;Müller;Käse');
    expect(await recognised(rows(ansi, ansi, 'x;Söhne', ansi))).toEqual([
      'import.encoding',
      { line: 3, column: 2 },
    ]);
  });
});

it.each([
  ['sep=;\r\n', ';'],
  ['sep=,\n', ','],
  ['"sep=|"\n', '|'],
  ['\ufeffSEP=\t\r', '\t'],
])('skips a first line that names the separator: %j', async (first, delimiter) => {
  const lines = ['Kundennummer;Name', '1;"a, b|c"', '2;d'].map((line) => line.replaceAll(';', delimiter));
  expect(await read(first + lines.join('\n'))).toEqual([
    [3, '1|a, b|c'],
    [4, '2|d'],
  ]);
});

it.each([
  ['nothing', '', 'import.empty'],
  ['empty lines', '\n;;\n\r\n', 'import.empty'],
  ['a workbook', 'PK\x03\x04xyz', 'import.no-text'],
  ['bytes', Buffer.from([0, 1, 2, 3, 200]), 'import.no-text'],
  ['UTF-16', Buffer.from('\ufeffa;b', 'utf16le'), 'import.encoding'],
  ['a mark of UTF-8 before something else', Buffer.from('\xef\xbb\xbfK\xf6ln', 'latin1'), 'import.encoding'],
  ['an unknown column', 'Kundennummer;Preis\n', 'import.column-unknown'],
  ['a column without a name', 'Kundennummer;;Name\n', 'import.column-unknown'],
  ['a repeated column', 'Kundennummer;Name;number\n', 'import.column-repeated'],
  ['no key', 'Name;Straße\n', 'import.column-missing'],
  ['far too many columns', `Kundennummer${';x'.repeat(500)}\n`, 'import.too-many-columns'],
  ['a header that does not end', `"Kundennummer;Name\n${'x'.repeat(200_000)}`, 'import.header'],
])('refuses a file with %s', async (_, content, code) => {
  expect(await refusal(content)).toBe(code);
});

it('finds columns by any of their names, however they are written', async () => {
  const { header } = await openCsv(file('STRASSE ; kunden nummer; name;;\n'), COLUMNS, ['number']);
  expect(header.fields).toEqual(['street', 'number', 'name']);
});

it.each(['\n', '\r\n', '\r'])('counts lines that end with %j, also in quotation marks', async (end) => {
  const lines = ['Kundennummer;Name;Straße', '', '1;"a', 'b";c', ';;', '2;"""q""";"x;y"', '3;z;'];
  expect(await read(lines.join(end))).toEqual([
    [3, `1|a${end}b|c`],
    [6, '2|"q"|x;y'],
    [7, '3|z|'],
  ]);
});

it('reads windows-1252', async () => {
  expect(await read(Buffer.from('Kundennummer;Name\n1;M\xfcller \x96 \x80', 'latin1'))).toEqual([
    [2, '1|Müller – €'],
  ]);
});

it.each([
  ['at the beginning', '2;"b;c', 'quote', 2],
  ['at the beginning, with another behind', '2;"b;c\n3;"x";y', 'quote', 2],
  ['in the middle', '2;b "b" b;c', 'quote', 2],
  ['behind the end', '2;"b" b;c', 'quote', 2],
])('goes on behind a quotation mark that is misplaced: %s', async (_, broken, fault, column) => {
  const found = await read(`${HEADER}1;a;\n${broken}\n4;d;e\n`);
  expect(found.slice(0, 2)).toEqual([
    [2, '1|a|'],
    [3, fault, column],
  ]);
  expect(found.at(-1)).toEqual([broken.split('\n').length + 3, '4|d|e']);
});

it('goes on behind a cell of ten megabytes', async () => {
  const found = await read(`${HEADER}1;${'x'.repeat(10_000_000)};\n2;b;c\n`);
  expect(found).toEqual([
    [2, 'too-long', 2],
    [3, '2|b|c'],
  ]);
});

it('gives up where hardly anything can be read', async () => {
  expect(await refusal(HEADER + '1;a "b" c;d\n'.repeat(2_000))).toBe('import.broken');
});

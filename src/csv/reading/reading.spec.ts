import { fileWriter } from '../../../test/support/file-writer';
import { text } from '../cells/texts';
import { optional, required } from '../columns';
import { mostFrequent } from './delimiter';
import { openCsv } from './open-csv';

const COLUMNS = {
  number: required(text({ max: 30 }), 'Kundennummer', 'number'),
  name: required(text({ max: 200 }), 'Name'),
  street: optional(text({ max: 200 }), 'Straße', 'street'),
};
const HEADER = 'Kundennummer;Name;Straße\n';

const file = fileWriter();

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

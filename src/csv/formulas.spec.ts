import { BadCell } from './cells/cell-type';
import { neutralised, textOfCell } from './formulas';

const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '⁼', '⁺', '⁻', '−'];
const fronts = [
  '',
  ' ',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\u2060',
  '\u00ad',
  '\u202e',
  '\u3164',
  '\ufe0f',
  '\x01',
  '\t',
  "'",
  "''",
  "' ",
];

it.each(fronts.flatMap((front) => signs.map((sign) => `${front}${sign}1+1`)))(
  'makes the formula %j harmless',
  (text) => expect(neutralised(text)).toBe(`'${text}`),
);

const damaged = [
  '#NV',
  '#N/A',
  '#REF!',
  '#BEZUG!',
  '#WERT!',
  '#DIV/0!',
  '#NAME?',
  '#ÜBERLAUF!',
  '####',
  'Err:502',
];
const rounded = ['4,01234E+12', '4.01234E+12', '1E+05', '-1e-07'];

it.each([...damaged, ...rounded, "'#NV", "'=1", '=1+1', '="00077"', '+49 221', '－5', '\u200b=1'])(
  'gives %j back as it was written',
  (text) => expect(textOfCell(neutralised(text))).toBe(text),
);

it.each([
  '',
  'Kabel',
  '5-polig',
  `'s-Hertogenbosch`,
  `'`,
  'a=b',
  '#1',
  '#TAG',
  '#SALE!',
  'C#',
  'E12',
  '12E3',
  'Err',
  '4E',
])('leaves %j alone', (text) => {
  expect(neutralised(text)).toBe(text);
  expect(textOfCell(text)).toBe(text);
});

it.each([
  ...damaged.map((text) => [text, 'spreadsheet-error']),
  ...rounded.map((text) => [text, 'spreadsheet-number']),
])('does not take %s for a value', (text, code) => {
  const read = textOfCell(` ${text} `);
  expect(read instanceof BadCell ? read.code : read).toBe(code);
});

it.each([
  ['="00077"', '00077'],
  [' ="4012345678901" ', '4012345678901'],
  ['="a ""b"""', 'a "b"'],
  ['=""', ''],
  ['="a"&"b"', '="a"&"b"'],
  ["'=1", '=1'],
  ['=1', '=1'],
])('reads %j as %j', (cell, text) => expect(textOfCell(cell)).toBe(text));

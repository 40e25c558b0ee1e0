import { BadCell } from './cell-type';
import { choice, yesNo } from './choices';
import { centsOf, integer, money, percent } from './numbers';
import { emailAddress, text, webAddress } from './texts';

const codeOf = (value: unknown): unknown => (value instanceof BadCell ? value.code : value);

it.each([
  ['1.234,56', 123456],
  ['1234,56', 123456],
  ['1234,5', 123450],
  ['12', 1200],
  ['12,50 €', 1250],
  ['12,50 EUR', 1250],
  ['0,07', 7],
  ['12,5000', 1250],
  ['1.234', 123400],
  ['1.234.567,00', 123456700],
  ['12.50', 1250],
  ['12.5', 1250],
])('reads %s as %d cents', (written, cents) => {
  expect(centsOf(written)).toBe(cents);
});

it.each([
  '',
  'x',
  '-1',
  '1,234',
  '1,234.56',
  '12,345',
  '1.23.456',
  '.234',
  '01.234',
  '1e3',
  '12,',
  ',5',
  '$5',
  '1 234',
])('takes %j for no amount', (written) => {
  expect(centsOf(written)).toBeUndefined();
});

it.each([
  ['12.50', '.', 1250],
  ['12.50', ',', 'decimal-sign'],
  ['12,50', '.', 'decimal-sign'],
  ['12,50', ',', 1250],
  ['1.250', ',', 125_000],
  ['1.250', '.', 'ambiguous'],
  ['1.250', undefined, 'ambiguous'],
  ['1.250 €', undefined, 'ambiguous'],
  ['12,000', ',', 1200],
  ['12,000', '.', 'ambiguous'],
  ['12,000', undefined, 'ambiguous'],
  ['12,125', '.', 'ambiguous'],
  ['1.234.567', '.', 'decimal-sign'],
  ['1.234.567', undefined, 123_456_700],
  ['1250', undefined, 125_000],
  ['0,070', undefined, 7],
] as const)('reads %s in a column whose decimal sign is %s as %s', (written, sign, cents) => {
  expect(codeOf(money({ max: 1e9 }).read(written, sign))).toBe(cents);
});

it.each([
  ['8.1', '.', 81],
  ['8.1', ',', 'decimal-sign'],
  ['8,1 %', '.', 'decimal-sign'],
  ['19', ',', 190],
] as const)('reads the rate %s in a column whose decimal sign is %s as %s', (written, sign, permille) => {
  expect(codeOf(percent({ max: 1000 }).read(written, sign))).toBe(permille);
});

it.each([
  ['12,50 €', ','],
  ['1.234,56', ','],
  ['1.234.567', ','],
  ['12,5000', ','],
  ['12.5', '.'],
  ['1.250', undefined],
  ['1,250', undefined],
  ['12', undefined],
  ['x', undefined],
])('takes the decimal sign of %s for %s', (written, sign) => {
  expect(money({ max: 1 }).signOf?.(written)).toBe(sign);
});

it('knows limits of amounts and writes them with a comma', () => {
  const price = money({ max: 100_000_000 });
  expect(codeOf(price.read('1.000.000,01'))).toBe('too-large');
  expect(codeOf(price.read('99999999999999999999'))).toBe('too-large');
  expect(price.write(123456)).toBe('1234,56');
  expect(price.write(5)).toBe('0,05');
});

it.each([
  ['19', 190],
  ['19 %', 190],
  ['8,1', 81],
  ['8.1%', 81],
  ['7,00', 70],
  ['0', 0],
  ['8,12', 'percent'],
  ['neunzehn', 'percent'],
  ['101', 'too-large'],
])('reads the rate %s as %s', (written, permille) => {
  expect(codeOf(percent({ max: 1000 }).read(written))).toBe(permille);
});

it('writes rates in percent', () => {
  expect([190, 81, 0].map(percent({ max: 1000 }).write)).toEqual(['19', '8,1', '0']);
});

it.each([
  ['3000', 3000],
  ['3.000', 3000],
  ['3,5', 'integer'],
  ['0', 'too-small'],
  ['99999999999999999999', 'too-large'],
])('reads the number %s as %s', (written, value) => {
  expect(codeOf(integer(1, 10_000_000).read(written))).toBe(value);
});

it('says yes and no in several ways', () => {
  expect(['ja', 'Ja', 'x', 'X', '1', 'wahr', 'yes'].map((word) => yesNo().read(word))).toEqual(
    Array(7).fill(true),
  );
  expect(['nein', 'N', '0', 'falsch'].map((word) => yesNo().read(word))).toEqual(Array(4).fill(false));
  expect(codeOf(yesNo().read('vielleicht'))).toBe('yes-no');
  expect([true, false].map(yesNo().write)).toEqual(['ja', 'nein']);
});

it('takes values and their labels', () => {
  const status = choice({ IN_USE: 'In Betrieb', RETIRED: 'Ausgemustert' });
  expect(['in betrieb', 'IN_USE', 'Ausgemustert', 'retired'].map((word) => status.read(word))).toEqual([
    'IN_USE',
    'IN_USE',
    'RETIRED',
    'RETIRED',
  ]);
  expect(codeOf(status.read('kaputt'))).toBe('choice');
  expect(status.write('IN_USE')).toBe('In Betrieb');
});

it('holds texts against the rules of the other forms', () => {
  expect(codeOf(text({ max: 3 }).read('vier'))).toBe('length');
  expect(codeOf(text({ max: 9 }).read('a\nb'))).toBe('characters');
  expect(codeOf(text({ max: 9, lines: true }).read('a\nb'))).toBe('a\nb');
  expect(codeOf(text({ max: 9, lines: true }).read('a\0b'))).toBe('characters');
  expect(codeOf(emailAddress().read('a@b'))).toBe('email');
  expect(codeOf(emailAddress().read('info@example.com'))).toBe('info@example.com');
  expect(codeOf(webAddress().read('example.com'))).toBe('url');
});

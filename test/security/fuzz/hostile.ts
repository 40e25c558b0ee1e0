import fc from 'fast-check';
import { spellingsOf } from '../../support/spellings';

/** Texts that have broken programs before. None of them looks like what INTERNALS looks for. */
const TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u202e\u2066abc\u2069',
  '\ud800',
  '\udfff\ud83d',
  '\ufeff',
  '\uffff',
  '👩‍👩‍👧‍👦'.repeat(50),
  'e\u0301'.repeat(200),
  'ß'.repeat(300),
  'İı',
  'ﷺ'.repeat(100),
  "' OR 1=1 --",
  "'; CALL x(); --",
  '%',
  '_%_\\',
  '\\',
  '\\x00',
  '$1',
  '${7*7}{{7*7}}#{7*7}<%= 7*7 %>',
  '{{constructor}}',
  '__proto__',
  'constructor',
  'toString',
  '../../../../etc/passwd',
  '..\\..\\boot.ini',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'a\r\nX-Injected: 1',
  '\t\v\f',
  '=1+1',
  '@SUM(1)',
  'null',
  'undefined',
  'NaN',
  'true',
  '-1',
  '0x10',
  '1e309',
  '99999999999999999999',
  '2026-02-30',
  '2026-13-01T25:61:61Z',
  '+275760-09-13T00:00:00.001Z',
  '0000-00-00T00:00:00Z',
  '-infinity',
  'a'.repeat(10_000),
  '((((((((((a+)+)+)+)+)+)+)+)+)+)!',
  '& | ! : * <->',
  "a' & b:* | (c",
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '{01900000-0000-7000-8000-000000000000}',
  'a@b',
  'a@b.example, c@d.example',
  '"a b"@example.com',
  'a@[127.0.0.1]',
  'http://127.0.0.1:1/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  '//evil.example',
];

const NUMBERS = [
  0,
  -0,
  -1,
  1,
  0.1,
  1e-320,
  1e308,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 53,
  2 ** 63,
  1e21,
  999,
  1000,
  100_000_001,
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 2, arbitrary: fc.constantFrom('Müller-Straße 12', 'QZ 1', 'a@kunde.example').chain(spelling) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);

/** Of a text, what is the same, or only looks like it. */
export function spelling(text: string): fc.Arbitrary<string> {
  return fc.constantFrom(...spellingsOf(text));
}

/** Of any type, in place of any other. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: hostileText },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...NUMBERS) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], [{}], '') },
  { weight: 1, arbitrary: fc.constantFrom<unknown>({ length: 1e9 }, { $ne: null }, { toString: 'x' }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.array(hostileText, { maxLength: 120 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 300 }).map(nested) },
);

function nested(depth: number): unknown {
  let value: unknown = 'x';
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { x: value };
  return value;
}

/** Bodies that are no JSON, or not what their type says. */
export const hostileBody: fc.Arbitrary<{ type: string; body: Buffer }> = fc
  .tuple(
    fc.constantFrom(
      'application/json',
      'application/json; charset=utf-16',
      'application/json; charset=nonsense',
      'application/problem+json',
      'text/plain',
      'text/csv',
      'application/xml',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'multipart/form-data; boundary=x',
      'application/octet-stream',
      '',
      'a/b/c',
    ),
    fc.oneof(
      fc
        .constantFrom(
          '',
          '{',
          '{"a":',
          '[]',
          'null',
          '"text"',
          '1',
          '{}{}',
          '\ufeff{}',
          '{"a":1e999}',
          '{"a":"\\ud800"}',
          '{"__proto__":{"admin":true}}',
          '{"constructor":{"prototype":{"x":1}}}',
          '[[[[[[[[',
          '{"a":'.repeat(5_000),
          'a=1&a=2&a[b]=3&%zz=%',
          '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc\r\n--x--',
          '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
          '--x\r\n\r\n\r\n--x--',
          '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        )
        .map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    ),
  )
  .map(([type, body]) => ({ type, body }));

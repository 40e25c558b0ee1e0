import { jsonBody } from './json-body';

const parsed = (text: string): unknown => jsonBody(Buffer.from(text));

/** The value, or the code of the refusal. */
function outcome(text: string): unknown {
  try {
    return parsed(text);
  } catch (error) {
    return (error as Error).message;
  }
}

describe('A JSON body', () => {
  it.each<[string, unknown]>([
    ['{"a":[1,{"b":null}],"c":"d"}', { a: [1, { b: null }], c: 'd' }],
    ['"\\"[[[[[[[[[[[[[[[[[[[[[[[[[[\\\\"', '"[[[[[[[[[[[[[[[[[[[[[[[[[[\\'],
    ['\ufeff{}', {}],
    ['"ä€😀"', 'ä€😀'],
  ])('is what it says: %s', (text, value) => {
    expect(parsed(text)).toEqual(value);
  });

  it.each(['', '{', '{"a":', '{}{}', "{'a':1}", '[1,]', 'undefined', '"\u0000"'])(
    'is refused where it is none: %j',
    (text) => {
      expect(outcome(text)).toBe('malformed');
    },
  );

  it('is refused where it is no UTF-8', () => {
    expect(() => jsonBody(Buffer.from('"Müller"', 'latin1'))).toThrow('malformed');
  });

  it.each(['[', '{"a":'])('is at most 20 deep, of %s', (open) => {
    const close = open === '[' ? ']' : '}';
    const deep = (depth: number): string => `${open.repeat(depth)}1${close.repeat(depth)}`;
    expect(outcome(deep(20))).toEqual(JSON.parse(deep(20)));
    expect(outcome(deep(21))).toBe('malformed');
    expect(outcome(deep(100_000))).toBe('malformed');
  });

  it.each([
    ['entries', (count: number) => `[${'1,'.repeat(count - 2)}1]`],
    ['names', (count: number) => `{${'"x":1,'.repeat(count - 2)}"x":1}`],
    ['lists', (count: number) => `[${'[],'.repeat(count / 2 - 2)}[]]`],
  ])('has at most 10,000 values: %s', (_what, text) => {
    expect(typeof outcome(text(10_000))).toBe('object');
    expect(outcome(text(10_004))).toBe('too-large');
  });
});

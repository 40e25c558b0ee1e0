import type { DomainError } from '../../errors';
import { EmailAddress, Id, Nested, Optional, Text, WholeNumber } from './fields';
import { fitting } from './fitting';
import { checked } from './input.pipe';
import { NestedList } from './list-fields';

class Line {
  @Text({ max: 10 })
  name: string;

  @Optional()
  @WholeNumber(1, 9)
  count?: number;
}

class Order {
  @Text({ max: 10 })
  title: string;

  @Optional()
  @EmailAddress()
  email?: string;

  @Optional()
  @Id()
  id?: string;

  @Optional()
  @Nested(() => Line)
  first?: Line;

  @Optional()
  @NestedList(() => Line, { max: 3 })
  lines?: Line[];
}

const names = (count: number, prefix = 'n'): object =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}${i}`, i]));

/** Pointers and codes of what is wrong with it. */
async function faultsOf(value: object): Promise<[string, string][]> {
  try {
    await checked(value, Order);
    return [];
  } catch (error) {
    return ((error as DomainError).details.fields ?? []).map(({ pointer, code }) => [pointer, code]);
  }
}

function nodesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + nodesOf(inner), 1);
}

describe('What is handed on to be checked', () => {
  it.each<[string, object]>([
    ['names nobody knows', names(140_000)],
    ['names below an unknown one', { x: names(140_000) }],
    ['names in an object of a known class', { title: 't', first: names(140_000) }],
    ['names in entries', { title: 't', lines: [names(70_000), names(70_000)] }],
    ['a long list', { title: 't', lines: Array(140_000).fill({ name: 'x' }) }],
    ['a list for a text', { title: Array(140_000).fill('x') }],
    ['an object for a text', { title: names(140_000) }],
    ['a list for an object', { title: 't', first: Array(140_000).fill({ name: 'x' }) }],
    ['an object for a list', { title: 't', lines: names(140_000) }],
    ['lists in a list', { title: 't', lines: Array(3).fill(Array(50_000).fill({})) }],
    ['a text without end', { title: 'x'.repeat(1_000_000) }],
    ['an address without end', { title: 't', email: '@'.repeat(1_000_000) }],
    ['depth', { title: 't', first: { name: { name: { name: {} } } } }],
  ])('has a size that the class bounds: %s', async (_what, value) => {
    const { copy } = fitting(value, Order, '/');
    expect(nodesOf(copy)).toBeLessThan(25);
    expect(JSON.stringify(copy).length).toBeLessThan(1_500);
    const faults = await faultsOf(value);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(20);
  });

  it('is what came in, where that fits', () => {
    const value = { title: 't', first: { name: 'a', count: 2 }, lines: [{ name: 'b' }, { name: 'c' }] };
    expect(fitting(value, Order, '/')).toEqual({ copy: value, fieldErrors: [] });
  });

  it('is complained of as before', async () => {
    expect(await faultsOf({ title: ['t'], first: [], lines: {}, id: {}, unknown: 1 })).toEqual([
      ['/unknown', 'unknown-field'],
      ['/title', 'type'],
      ['/id', 'type'],
      ['/first', 'type'],
      ['/lines', 'type'],
    ]);
    expect(await faultsOf({ title: 't', lines: Array(4).fill({ name: 'x' }) })).toEqual([
      ['/lines', 'too-many'],
    ]);
    expect(await faultsOf({ title: 't', lines: [{ name: 'x' }, { nam: 'x' }] })).toEqual([
      ['/lines/1/nam', 'unknown-field'],
      ['/lines/1/name', 'required'],
    ]);
    expect(await faultsOf({ title: 't', lines: [[]] })).toEqual([['/lines/0', 'type']]);
    expect(await faultsOf({ title: 'x'.repeat(5_000) })).toEqual([['/title', 'length']]);
    expect(await faultsOf({ title: ` x ${' '.repeat(900)}` })).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'has no field %s',
    async (name) => {
      const value = JSON.parse(`{"title":"t","${name}":{"x":1}}`) as object;
      expect(await faultsOf(value)).toEqual([[`/${name}`, 'unknown-field']]);
      const inner = JSON.parse(`{"title":"t","first":{"name":"a","${name}":{"x":1}}}`) as object;
      expect(await faultsOf(inner)).toEqual([[`/first/${name}`, 'unknown-field']]);
    },
  );

  it('names what the caller called it, up to a length', async () => {
    const [[pointer]] = (await faultsOf({ title: 't', ['a/~'.repeat(100)]: 1 })) as [[string, string]];
    expect(pointer).toMatch(/^\/a~1~0a~1~0/);
    expect(pointer.length).toBeLessThan(200);
  });
});

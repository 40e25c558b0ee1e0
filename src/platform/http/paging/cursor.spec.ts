import { decodeCursor, encodeCursor, type SortType } from './cursor';

const ID = '01900000-0000-7000-8000-000000000000';

function reads(value: string, type: SortType, id = ID): boolean {
  try {
    return decodeCursor(encodeCursor({ sort: 's', value, id }), 's', type).value === value;
  } catch (error) {
    expect(error).toMatchObject({ details: { fields: [{ pointer: '?cursor', code: 'cursor' }] } });
    return false;
  }
}

describe('A cursor', () => {
  it.each<[SortType, string]>([
    ['timestamptz', '2026-12-01 10:44:59.387123+00'],
    ['timestamptz', '2028-02-29 23:59:59+05:30'],
    ['text', 'mueller & soehne gmbh'],
    ['integer', '-2147483647'],
    ['bigint', '999999999999999999'],
    ['real', '0.0759909'],
    ['real', '1e-20'],
    ['real', '0'],
  ])('of a %s is taken as a list hands it out: %s', (type, value) => {
    expect(reads(value, type)).toBe(true);
  });

  it.each<[SortType, string]>([
    ['timestamptz', '2026-13-45 25:61:61+99'],
    ['timestamptz', '2026-02-30 10:00:00+00'],
    ['timestamptz', '2026-02-03 25:00:00+00'],
    ['timestamptz', '0000-00-00 00:00:00+00'],
    ['timestamptz', '2026-01-01 00:00:00+15:59'],
    ['timestamptz', '2026-01-01 00:00:00+00:99'],
    ['text', 'a\0b'],
    ['integer', '2147483648'],
    ['real', '9e99'],
    ['real', '1e-99'],
  ])('of a %s is refused at its place where PostgreSQL could not read it: %j', (type, value) => {
    expect(reads(value, type)).toBe(false);
  });

  it.each(['-'.repeat(36), ID.replaceAll('-', 'a').padEnd(36, 'a'), `${ID}\n`])(
    'is refused where its id is none: %j',
    (id) => {
      expect(reads('a', 'text', id)).toBe(false);
    },
  );
});

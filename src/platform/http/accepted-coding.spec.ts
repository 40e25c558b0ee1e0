import { acceptedCoding } from './accepted-coding';

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['GZIP;q=0.2', 'gzip'],
  ['br;q=0, gzip;q=1.0', 'gzip'],
  ['br; q=0.000, gzip;q=0', undefined],
  ['br;q=0.001', 'br'],
  ['deflate', undefined],
  ['identity', undefined],
  ['brotli, x-gzip', undefined],
  ['', undefined],
  [undefined, undefined],
])('whoever accepts %s gets %s', (header, coding) => {
  expect(acceptedCoding(header)).toBe(coding);
});

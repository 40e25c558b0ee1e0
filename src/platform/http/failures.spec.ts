import { NotFoundException } from '@nestjs/common';
import { asDomainError } from './failures';
import { tooManyRequests } from '../errors';

const coded = (code: string): Error => Object.assign(new Error('failed'), { code });

describe('asDomainError', () => {
  it.each(['08006', '53300', '55P03', '57014', '57P01', '57P03', '40P01', 'ECONNREFUSED', 'ECONNRESET'])(
    'takes %s for a database that is away for a moment',
    (code) => expect(asDomainError(coded(code))?.code).toBe('unavailable'),
  );

  it.each([
    'timeout exceeded when trying to connect',
    'Connection terminated unexpectedly',
    'Query read timeout',
  ])('takes "%s" for the same', (message) =>
    expect(asDomainError(new Error(message))?.code).toBe('unavailable'),
  );

  it.each(['22P02', '22003', '22021'])('blames the caller for %s', (code) =>
    expect(asDomainError(coded(code))?.code).toBe('malformed'),
  );

  it.each(['23505', '42P01', '42501', 'ENOENT'])('does not excuse %s', (code) =>
    expect(asDomainError(coded(code))).toBeUndefined(),
  );

  it('reads the status of exceptions of the framework', () => {
    expect(asDomainError(new NotFoundException())?.code).toBe('not-found');
    expect(asDomainError(Object.assign(new Error(), { statusCode: 415 }))?.code).toBe(
      'unsupported-media-type',
    );
    expect(asDomainError(Object.assign(new Error(), { statusCode: 500 }))).toBeUndefined();
  });

  it('leaves errors of the domain as they are and knows nothing about the rest', () => {
    const error = tooManyRequests({ retryAfter: 7 });
    expect(asDomainError(error)).toBe(error);
    expect(asDomainError(new TypeError('x is not a function'))).toBeUndefined();
    expect(asDomainError('a string')).toBeUndefined();
  });
});

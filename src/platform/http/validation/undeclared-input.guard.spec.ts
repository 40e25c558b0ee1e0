import { Body, type ExecutionContext, Query } from '@nestjs/common';
import type { DomainError } from '../../errors';
import { UndeclaredInputGuard } from './undeclared-input.guard';

class Routes {
  none(): void {}
  withBody(@Body() _body: object): void {}
  withQuery(@Query() _query: object): void {}
}

function refusalOf(
  route: keyof Routes,
  sent: { query?: object; body?: unknown },
  url = '/api/v1/x',
): (string | undefined)[] | undefined {
  const request = { ...sent, routeOptions: { url } };
  const context = {
    getClass: () => Routes,
    getHandler: () => Routes.prototype[route],
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext;
  try {
    expect(new UndeclaredInputGuard().canActivate(context)).toBe(true);
    return undefined;
  } catch (error) {
    return (error as DomainError).details.fields?.map(({ pointer }) => pointer);
  }
}

describe('What a handler does not take', () => {
  it('is refused by name, in the query and in the body', () => {
    const request = { query: { staus: 'NEW' }, body: { a: 1, b: 2 } };
    expect(refusalOf('none', request)).toEqual(['?staus', '/a', '/b']);
    expect(refusalOf('withBody', request)).toEqual(['?staus']);
    expect(refusalOf('withQuery', request)).toEqual(['/a', '/b']);
  });

  it('may be empty or missing', () => {
    expect(refusalOf('none', {})).toBeUndefined();
    expect(refusalOf('none', { query: {}, body: {} })).toBeUndefined();
    expect(refusalOf('none', { body: null })).toBeUndefined();
  });

  it('may be anything behind the question mark of a page: people follow links that others have marked', () => {
    expect(refusalOf('none', { query: { utm_source: 'x' } }, '/password')).toBeUndefined();
  });

  it('is told with twenty names at most, and not with all of a long one', () => {
    const body = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}${'x'.repeat(1_000)}`, 1]));
    const pointers = refusalOf('none', { body });
    expect(pointers).toHaveLength(20);
    expect(pointers!.join('').length).toBeLessThan(3_000);
  });

  it('is nothing but fields: a form that nobody has read yet is left alone', () => {
    expect(refusalOf('none', { body: Object.assign(new Date(), { parts: 1 }) })).toBeUndefined();
    expect(refusalOf('none', { body: 'text' })).toBeUndefined();
  });
});

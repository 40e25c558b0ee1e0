import type { FastifyRequest } from 'fastify';
import { isLocalCaller } from './local-callers.guard';

describe('A caller on this machine', () => {
  const from = (
    remoteAddress: string | undefined,
    headers: Readonly<Record<string, string | undefined>> = { host: 'localhost:3000' },
    httpVersion = '1.1',
  ): boolean =>
    isLocalCaller({ headers, socket: { remoteAddress }, raw: { httpVersion } } as unknown as FastifyRequest);

  it.each(['127.0.0.1', '127.3.2.1', '::1', '::ffff:127.0.0.1'])('connects from %s', (address) =>
    expect(from(address)).toBe(true),
  );

  it.each(['10.0.0.7', '::ffff:10.0.0.7', 'fe80::1', '2001:db8::1', '', undefined])(
    'does not connect from %p',
    (address) => expect(from(address)).toBe(false),
  );

  it.each(['127.0.0.1', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST', 'portal.localhost:8080'])(
    'asks for %s',
    (host) => expect(from('::1', { host })).toBe(true),
  );

  it.each([
    {},
    { host: '' },
    { host: 'portal.example' },
    { host: 'localhost.evil.example:3000' },
    { host: 'localhost@evil.example' },
    { host: '10.0.0.7:3000' },
    { host: '0.0.0.0:3000' },
  ])('does not ask for %p', (headers) => expect(from('127.0.0.1', headers)).toBe(false));

  it('does not speak HTTP/1.0, as silent proxies do', () => {
    expect(from('127.0.0.1', { host: 'localhost' }, '1.0')).toBe(false);
  });
});

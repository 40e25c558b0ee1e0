import { isLoopbackHost } from './loopback';

describe('A loopback host', () => {
  it.each([
    '127.0.0.1',
    '127.8.4.2',
    '::1',
    '[::1]',
    '::ffff:127.0.0.1',
    'localhost',
    'LOCALHOST',
    'portal.localhost',
  ])('is %s', (host) => expect(isLoopbackHost(host)).toBe(true));

  it.each([
    '',
    '0.0.0.0',
    '::',
    '[::]',
    '10.0.0.1',
    '192.168.1.1',
    '::ffff:10.0.0.1',
    'fe80::1',
    '128.0.0.1',
    '127.0.0.1.example',
    'localhost.example',
    'notlocalhost',
    'portal.example',
    '127.1',
    '0x7f.0.0.1',
  ])('is not %p', (host) => expect(isLoopbackHost(host)).toBe(false));
});

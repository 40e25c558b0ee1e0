import { clientNetwork } from './client-network';

describe('The network of a client', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
  ])('is the address %s itself in IPv4, however it is written', (address, network) => {
    expect(clientNetwork(address)).toBe(network);
  });

  it.each(['2001:db8:1:2::1', '2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2:0:0:203.0.113.7'])(
    'is what %s shares with all addresses of its owner in IPv6',
    (address) => {
      expect(clientNetwork(address)).toBe('2001:db8:1:2::/64');
    },
  );

  it('tells neighbours apart', () => {
    expect(clientNetwork('2001:db8:1:3::1')).toBe('2001:db8:1:3::/64');
  });

  it('is there for addresses of one link, too', () => {
    expect(clientNetwork('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  });

  it.each(['unknown', '', 'a:b', '2001:db8::1::2', '[2001:db8::1]:443'])('leaves %p alone', (address) => {
    expect(clientNetwork(address)).toBe(address);
  });
});

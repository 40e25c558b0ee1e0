import { e2eEnvironment } from './support/environment';
import { type Mail, newestMail } from './support/mailbox';
import { rawWire, wire } from './support/wire';
import { makeWorld } from './support/world';

/** What nobody but the people on this machine may see, because it holds links into accounts or tells of the program. */
describe('The mailbox and the figures', () => {
  let mail: Mail;
  let paths: string[];

  beforeAll(async () => {
    const { tenant } = await makeWorld();
    mail = await newestMail(tenant.adminEmail);
    const messages = '/mailbox/messages';
    paths = ['/mailbox', messages, `${messages}/${mail.id}`, `${messages}/${mail.id}/source`, '/metrics'];
  });

  const statuses = (headers: Record<string, string>, method = 'GET'): Promise<number[]> =>
    Promise.all(paths.map(async (path) => (await wire(path, { headers, method })).status));
  const gone = (): number[] => paths.map(() => 404);

  it('are served on the loopback interface, by any of its names', async () => {
    const { host } = new URL(e2eEnvironment().baseUrl);
    for (const name of [host, 'localhost', '[::1]:3000', 'portal.localhost'])
      expect(await statuses({ host: name })).toEqual(paths.map(() => 200));
  });

  it.each([
    ['forwarded', 'for=192.0.2.1'],
    ['via', '1.1 proxy'],
    ['x-forwarded-for', '127.0.0.1'],
    ['x-forwarded-host', 'localhost'],
    ['x-forwarded-proto', 'https'],
    ['x-forwarded-port', '443'],
    ['x-forwarded-server', 'proxy'],
    ['x-forwarded', '1'],
    ['x-real-ip', '127.0.0.1'],
    ['x-client-ip', '127.0.0.1'],
    ['x-original-uri', '/'],
    ['x-cluster-client-ip', '127.0.0.1'],
    ['true-client-ip', '127.0.0.1'],
    ['cf-connecting-ip', '127.0.0.1'],
  ])('are not there through a proxy, which says %s', async (name, value) => {
    const { host } = new URL(e2eEnvironment().baseUrl);
    expect(await statuses({ host, [name]: value })).toEqual(gone());
    expect(await statuses({ host, [name]: value }, 'HEAD')).toEqual(gone());
  });

  it.each(['portal.example', '192.0.2.1:3000', 'localhost.evil.example'])(
    'are not there for a page that calls this machine %s',
    async (host) => expect(await statuses({ host })).toEqual(gone()),
  );

  it('are not served to requests without a host, as old proxies send them', async () => {
    for (const path of paths) {
      const answer = await rawWire(`GET ${path} HTTP/1.0\r\nHost: localhost\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
      expect(answer).not.toContain(mail.subject);
    }
  });
});

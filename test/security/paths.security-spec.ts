import type { Api } from '../support/api';
import { e2eEnvironment } from '../support/environment';
import { measured } from '../support/figures';
import { mailsTo, newestMail } from '../support/mailbox';
import { type Operation, operationsOfDocument } from '../support/operations';
import { addContact, addCustomer } from '../support/population';
import { fingerprintOf, jobsDone } from '../support/rows';
import { INTERNALS, rawWire, wire } from '../support/wire';
import { makeWorld, PASSWORD, uniqueEmail, type World } from '../support/world';
import { METHODS, OVERRIDES, spellingsOf } from './path-spellings';

describe('Tricks with paths and headers', () => {
  jest.setTimeout(120_000);
  let world: World;
  let contact: Api & { email: string };
  let guarded: Operation[];

  beforeAll(async () => {
    world = await makeWorld();
    contact = await addContact(world, await addCustomer(world.admin, 'Pfad GmbH'), 'USER');
    guarded = (await operationsOfDocument()).filter(
      ({ audience, idNames, method }) =>
        method === 'get' && idNames.length === 0 && (audience === 'STAFF' || audience === 'ADMIN'),
    );
  });

  it('open nothing', async () => {
    const complaints: string[] = [];
    let tried = 0;
    for (const [i, { path }] of guarded.entries()) {
      // Every spelling with one route, the plain method with the others.
      const methods = i === 0 ? METHODS : ['GET'];
      for (const token of [undefined, contact.accessToken]) {
        for (const spelling of spellingsOf(path)) {
          for (const method of methods) {
            tried += 1;
            const answer = await rawWire(rawRequest(method, spelling, { authorization: bearer(token) }));
            const status = statusOf(answer);
            const shows = /"items"/.test(answer) || INTERNALS.test(answer);
            if (status < 400 || status >= 500 || shows)
              complaints.push(
                `${method} ${spelling} as ${token ? 'contact' : 'nobody'}: ${answer.slice(0, 80)}`,
              );
          }
        }
      }
    }
    const open = complaints.filter((text) => !/^OPTIONS \*/.test(text));
    measured('spellings of guarded paths', '0 open', `${open.length} of ${tried}`, open);
  });

  it('change neither method, nor caller, nor tenant', async () => {
    const { body } = await world.admin.get('/auth/me');
    await jobsDone();
    const before = await fingerprintOf(body.tenantId);
    const complaints: string[] = [];
    let tried = 0;
    for (const { path } of guarded) {
      for (const headers of OVERRIDES) {
        for (const method of ['GET', 'HEAD', 'POST']) {
          for (const token of [undefined, contact.accessToken]) {
            tried += 1;
            const authorized = { authorization: bearer(token), ...headers };
            const status = statusOf(await rawWire(rawRequest(method, path, authorized)));
            if (status < 400 || status >= 500)
              complaints.push(`${method} ${path} ${JSON.stringify(headers)}: ${status}`);
          }
        }
      }
    }
    if (JSON.stringify(await fingerprintOf(body.tenantId)) !== JSON.stringify(before))
      complaints.push('rows have changed');
    measured('headers that pretend', '0 believed', `${complaints.length} of ${tried}`, complaints);
  });

  it('end in a clear refusal where the request itself is malformed', async () => {
    const path = '/api/v1/auth/me';
    const host = 'Host: x\r\n';
    const auth = `Authorization: Bearer ${world.admin.accessToken}\r\n`;
    const requests: [string, string][] = [
      ['no host', `GET ${path} HTTP/1.1\r\n\r\n`],
      ['a huge header', `GET ${path} HTTP/1.1\r\n${host}X-Big: ${'x'.repeat(100_000)}\r\n\r\n`],
      ['a thousand headers', `GET ${path} HTTP/1.1\r\n${host}${'X-A: 1\r\n'.repeat(1_500)}\r\n`],
      ['two lengths', `POST ${path} HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}`],
      [
        'a length and chunks',
        `POST ${path} HTTP/1.1\r\n${host}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      ],
      ['odd chunks', `POST ${path} HTTP/1.1\r\n${host}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
      ['a negative length', `POST ${path} HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`],
      ['a folded header', `GET ${path} HTTP/1.1\r\n${host}X-A: 1\r\n folded\r\n\r\n`],
      ['a space before the colon', `GET ${path} HTTP/1.1\r\n${host}Authorization : Bearer x\r\n\r\n`],
      ['a NUL in a header', `GET ${path} HTTP/1.1\r\n${host}X-A: a\0b\r\n\r\n`],
      ['a bare CR', `GET ${path} HTTP/1.1\r\n${host}X-A: a\rX-B: b\r\n\r\n`],
      ['a path without end', `GET /${'a'.repeat(60_000)} HTTP/1.1\r\n${host}\r\n`],
      ['another protocol', `GET ${path} HTTP/9.9\r\n${host}\r\n`],
      ['HTTP/2 by prior knowledge', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
      ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'.repeat(30)],
      ['the asterisk', `OPTIONS * HTTP/1.1\r\n${host}\r\n`],
      ['a tunnel', `CONNECT 127.0.0.1:22 HTTP/1.1\r\n${host}\r\n`],
    ];
    const complaints: string[] = [];
    for (const [name, text] of requests) {
      const answer = await rawWire(text);
      const status = statusOf(answer);
      if ((answer !== '' && (status < 400 || status >= 500)) || INTERNALS.test(answer))
        complaints.push(`${name}: ${answer.slice(0, 200)}`);
    }
    for (const [name, inner] of deepBodies()) {
      const body = `{"tenant":${inner},"email":"a@b.example","password":"x"}`;
      const headers = { 'content-type': 'application/json' };
      const { status, text } = await wire('/api/v1/auth/login', { method: 'POST', headers, body });
      // Nobody knows the caller yet, who may send 16 KiB: what is in the body is not even looked at.
      if (status !== 413 || INTERNALS.test(text)) complaints.push(`${name}: ${status} ${text}`);
    }
    // Of two different callers in one request neither is let in as the other.
    const twice = `${auth}Authorization: Bearer ${contact.accessToken}\r\n`;
    const answer = await rawWire(`GET ${path} HTTP/1.1\r\n${host}${twice}Connection: close\r\n\r\n`);
    if (statusOf(answer) === 200 && !answer.includes('"ADMIN"')) complaints.push(`two callers: ${answer}`);
    const ids = ['a\tb', '<script>', '../../x', 'x'.repeat(5_000)];
    for (const id of ids) {
      const { headers } = await wire(path, { headers: { 'x-request-id': id, 'x-correlation-id': id } });
      if (headers['x-correlation-id'] === id) complaints.push(`brings its own correlation id: ${id}`);
    }
    const { headers } = await wire('/openapi.json', { headers: { origin: 'https://evil.example' } });
    if (headers['access-control-allow-origin']) complaints.push('a foreign origin is let in');
    measured('malformed requests', '0 let in', `${complaints.length} of ${requests.length}`, complaints);
  });

  it('never put their host into a mail or an answer', async () => {
    const evil = 'evil.example';
    const headers = {
      host: evil,
      'x-forwarded-host': evil,
      'x-forwarded-server': evil,
      'x-forwarded-proto': 'gopher',
      'x-forwarded-port': '666',
      'x-host': evil,
      'x-original-host': evil,
      forwarded: `host=${evil};proto=gopher`,
      origin: `https://${evil}`,
      referer: `https://${evil}/`,
      'content-type': 'application/json',
    };
    const body = JSON.stringify({ tenant: world.tenant.slug, email: world.tenant.adminEmail });
    const path = '/api/v1/auth/password-reset-requests';
    const answer = await wire(path, { method: 'POST', headers, body });
    const { text } = await newestMail(world.tenant.adminEmail, { subject: 'Neues Passwort' });
    const documents = ['/openapi.json', '/docs', '/nowhere', '/password'];
    const shown = await Promise.all(documents.map((document) => wire(document, { headers })));
    const places = [answer, ...shown].flatMap((a) => [a.text, JSON.stringify(a.headers)]);
    const complaints = [text, ...places].filter((place) => place.includes(evil));
    const own = new URL(e2eEnvironment().baseUrl).host;
    if (!text.includes(`http://${own}/`)) complaints.push(`the link leads elsewhere: ${text}`);
    for (const mail of await mailsTo(world.tenant.adminEmail))
      if (mail.text.includes(evil)) complaints.push(mail.subject);
    measured('forged hosts in mails and answers', '0', complaints.length, complaints);
  });

  it('do not win more guesses at a password', async () => {
    const email = uniqueEmail('guess');
    const statuses: number[] = [];
    for (let i = 0; i < 14; i++) {
      const { status } = await wire('/api/v1/auth/login', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          // What the proxy in front saw comes last; everything before it is the caller's invention.
          'x-forwarded-for': `192.0.2.${i}, 10.77.77.77`,
          'x-real-ip': `192.0.2.${i}`,
          'x-client-ip': `192.0.2.${i}`,
          'true-client-ip': `192.0.2.${i}`,
          'cf-connecting-ip': `192.0.2.${i}`,
          forwarded: `for=192.0.2.${i}`,
        },
        body: JSON.stringify({ tenant: world.tenant.slug, email, password: PASSWORD }),
      });
      statuses.push(status);
    }
    const guesses = statuses.filter((status) => status === 401).length;
    measured('guesses from forged addresses behind one proxy', 'at most 10', guesses, guesses <= 10);
  });
});

function deepBodies(): [name: string, value: string][] {
  const deep = (open: string, close: string, depth: number): string =>
    `${open.repeat(depth)}1${close.repeat(depth)}`;
  return [
    ['deep lists', deep('[', ']', 250_000)],
    ['deep objects', deep('{"a":', '}', 100_000)],
    ['deep objects of a declared name', deep('{"tenant":', '}', 60_000)],
    ['a wide list', `[${'1,'.repeat(400_000)}1]`],
    ['many names', `{${Array.from({ length: 50_000 }, (_, i) => `"a${i}":1`).join()}}`],
    ['a long number', '9'.repeat(900_000)],
    ['a long text', JSON.stringify('x'.repeat(1_000_000))],
  ];
}

function bearer(token: string | undefined): string {
  return token ? `Bearer ${token}` : '';
}

function rawRequest(method: string, path: string, headers: Record<string, string>): string {
  const lines = Object.entries(headers).filter(([, value]) => value);
  const text = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return `${method} ${path} HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\n${text}\r\n`;
}

function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? (answer === '' ? 400 : 0));
}

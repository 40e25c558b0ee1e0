import { randomBytes } from 'node:crypto';
import { loadConfig } from './config';

const SECRET_KEYS = randomBytes(32).toString('hex');
const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://db.example/portal',
  DATABASE_OWNER_URL: 'postgres://db.example/portal',
  MAIL_FROM: 'portal@haus.example',
  PUBLIC_URL: 'https://portal.example',
  SMTP_URL: 'smtps://mail.example',
};

const load = (settings: Readonly<Record<string, string | undefined>>): ReturnType<typeof loadConfig> =>
  loadConfig({ SECRET_KEYS, ...settings });

describe('Outside production', () => {
  const environments = [{}, { NODE_ENV: '' }, { NODE_ENV: 'development' }, { NODE_ENV: 'test' }];
  const foreign = [
    ...['0.0.0.0', '::', '192.168.0.7', '::ffff:10.0.0.1', 'portal.example', '127.1'].map((host) => ({
      HOST: host,
    })),
    ...['https://portal.example', 'http://192.168.0.7:3000', 'http://localhost.example', 'http://[::]'].map(
      (url) => ({ PUBLIC_URL: url }),
    ),
  ];
  const local = [
    {},
    { HOST: '' },
    { HOST: '::1' },
    { HOST: 'localhost' },
    { PUBLIC_URL: 'http://localhost:3000' },
    { PUBLIC_URL: 'https://portal.localhost' },
    { PUBLIC_URL: 'http://[::1]:3000' },
  ];

  it.each(foreign)('no other machine is served: %p', (settings) => {
    const [name] = Object.keys(settings);
    for (const environment of environments)
      expect(() => load({ ...environment, ...settings })).toThrow(
        new RegExp(`- ${name} must .*loopback.*NODE_ENV=production`),
      );
  });

  it.each(local)('this machine is: %p', (settings) => {
    for (const environment of environments) expect(() => load({ ...environment, ...settings })).not.toThrow();
  });

  it('links lead to the address that is listened on', () => {
    expect(load({ HOST: '::1', PORT: '3001' }).publicUrl).toBe('http://[::1]:3001');
    expect(load({ HOST: '' })).toMatchObject({ host: '127.0.0.1', publicUrl: 'http://127.0.0.1:3000' });
  });
});

describe('In production', () => {
  it('other machines are served', () => {
    expect(load({ ...PRODUCTION, HOST: '0.0.0.0' })).toMatchObject({
      host: '0.0.0.0',
      publicUrl: 'https://portal.example',
    });
  });
});

describe('A mail server', () => {
  const tlsRequired = (settings: Record<string, string>): boolean => load(settings).mail.tlsRequired;

  it.each(['smtp://mail.example', 'smtp://10.0.0.5:25', 'smtp://0.0.0.0:25', 'smtps://mail.example:465'])(
    'elsewhere is talked to through TLS: %s',
    (url) => {
      expect(tlsRequired({ ...PRODUCTION, SMTP_URL: url })).toBe(true);
      expect(tlsRequired({ SMTP_URL: url })).toBe(true);
      expect(tlsRequired({ SMTP_URL: url, SMTP_ALLOW_PLAINTEXT: 'off' })).toBe(true);
      expect(tlsRequired({ ...PRODUCTION, SMTP_URL: url, SMTP_ALLOW_PLAINTEXT: 'on' })).toBe(false);
    },
  );

  it.each(['smtp://127.0.0.1:25', 'smtp://localhost', 'smtp://[::1]:587'])(
    'on this machine is not: %s',
    (url) => expect(tlsRequired({ ...PRODUCTION, SMTP_URL: url })).toBe(false),
  );

  it('has an address of its own kind', () => {
    for (const url of ['http://mail.example', 'mail.example:25', 'lmtp://mail.example'])
      expect(() => load({ SMTP_URL: url })).toThrow('SMTP_URL must start with smtps:// or smtp://.');
    expect(() => load({ SMTP_ALLOW_PLAINTEXT: 'yes' })).toThrow('SMTP_ALLOW_PLAINTEXT must be on or off.');
  });
});

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

describe('A setting that cannot be taken', () => {
  it.each([
    ['PORT', '99999'],
    ['PORT', 'achtzig'],
    ['DATABASE_POOL_SIZE', '0'],
    ['REQUESTS_PER_MINUTE', '-1'],
    ['DEMO_DATA', 'yes'],
    ['LOG_LEVEL', 'laut'],
    ['NODE_ENV', 'prod'],
    ['PUBLIC_URL', 'ftp://portal.example'],
    ['PUBLIC_URL', 'https://portal.example/?a=b'],
    ['PUBLIC_URL', 'https://portal.example/#a'],
    ['PUBLIC_URL', 'https://user:word@portal.example'],
    ['CONTACT_STORAGE_LIMIT_BYTES', '1 GB'],
    ['TENANT_STORAGE_LIMIT_BYTES', '0'],
    ['CONTACT_ACTIONS_PER_HOUR', '-1'],
    ['CONTACT_ACTIONS_PER_DAY', 'x'],
    ['TENANT_ACTIONS_PER_HOUR', '0'],
    ['HOST', '0.0.0.0'],
    ['PUBLIC_URL', 'https://portal.example'],
  ])('is named: %s=%s', (name, value) => {
    expect(() => load({ [name]: value })).toThrow(`- ${name} must`);
  });
});

it('All that cannot be taken is said at once, by name and without the values', () => {
  const wrong = {
    PORT: '-4711',
    SECRET_KEYS: 'Hasenfuß',
    DATABASE_URL: 'postgres//Hasenfuß@db',
    DATABASE_DIRECT_URL: 'postgres://portal:Hasenfuß@db/db',
  };
  let said = '';
  try {
    load(wrong);
  } catch (error) {
    said = (error as Error).message;
  }
  for (const name of Object.keys(wrong)) expect(said).toMatch(new RegExp(`^ {2}- ${name} must .*\\.$`, 'm'));
  expect(said).not.toMatch(/Hasenfuß|4711/);
});

it('What is empty is not set', () => {
  const empty = Object.fromEntries(
    ['PORT', 'NODE_ENV', 'DATA_DIR', 'MAIL_FROM', 'SMTP_URL', 'DEMO_DATA', 'CORS_ORIGINS'].map((name) => [
      name,
      '',
    ]),
  );
  expect(load(empty)).toEqual(load({}));
  expect(load({ CORS_ORIGINS: 'https://a.example, https://b.example,' }).corsOrigins).toEqual([
    'https://a.example',
    'https://b.example',
  ]);
});

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

describe('A database behind a pooler', () => {
  const pooled = {
    DATABASE_URL: 'postgres://portal@pooler/db',
    DATABASE_DIRECT_URL: 'postgres://portal@db/db',
  };

  it('has no prepared statements through a pooler unless configured', () => {
    const prepares = (settings: Record<string, string>): boolean =>
      load(settings).database.preparesStatements;
    expect(prepares({})).toBe(true);
    expect(prepares({ DATABASE_PREPARED_STATEMENTS: 'off' })).toBe(false);
    expect(prepares(pooled)).toBe(false);
    expect(prepares({ ...pooled, DATABASE_PREPARED_STATEMENTS: 'on' })).toBe(true);
  });

  it.each(['postgres://owner@db/db', 'postgres://db/db'])(
    'is reached directly by the same login: not %s',
    (url) =>
      expect(() => load({ ...pooled, DATABASE_DIRECT_URL: url })).toThrow(
        'DATABASE_DIRECT_URL must name the login of DATABASE_URL.',
      ),
  );

  it('needs its own address as well', () => {
    const { DATABASE_DIRECT_URL } = pooled;
    expect(() => load({ DATABASE_DIRECT_URL })).toThrow(
      'DATABASE_DIRECT_URL must name the login of DATABASE_URL.',
    );
  });
});

it('A distributed database has no replica beside it', () => {
  const DATABASE_REPLICA_URL = 'postgres://portal@replica/db';
  expect(load({ DATABASE_DISTRIBUTED: 'on' }).database.distributed).toBe(true);
  expect(load({ DATABASE_DISTRIBUTED: 'off', DATABASE_REPLICA_URL }).database.distributed).toBe(false);
  expect(() => load({ DATABASE_DISTRIBUTED: 'on', DATABASE_REPLICA_URL })).toThrow(
    'DATABASE_REPLICA_URL is refused with DATABASE_DISTRIBUTED=on',
  );
});

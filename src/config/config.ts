import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { type Environment, integer, list, oneOf, switched } from './environment';
import { hostOf, isLoopbackHost } from './loopback';

/** Everything the program can be told from outside; the only reader of the environment. */
export interface Config {
  readonly environment: 'development' | 'test' | 'production';
  readonly host: string;
  readonly port: number;
  /** How many processes serve the port; one of them starts and watches the others. */
  readonly processes: number;
  /** Address under which people reach the portal's pages; the host of every link in a mail. */
  readonly publicUrl: string;
  /** Folder of the embedded database, the local mailbox and generated secrets. */
  readonly dataDir: string;
  readonly database: DatabaseConfig;
  readonly mail: MailConfig;
  /** First key signs, all keys verify: put a new key in front to rotate. */
  readonly secretKeys: readonly string[];
  readonly demoData: boolean;
  /** How many proxies in front may be believed about the client's address. */
  readonly trustedProxyHops: number;
  readonly corsOrigins: readonly string[];
  readonly logLevel: string;
  /** Bearer token of /metrics; without one it is closed in production, and elsewhere answers this machine alone. */
  readonly metricsToken?: string;
  readonly limits: LimitConfig;
}

export interface DatabaseConfig {
  /** Absent: the embedded PostgreSQL is started. */
  readonly url?: string;
  /** Login that owns the schema and migrates; absent: `url` does, and an unprivileged login is made for the program. */
  readonly ownerUrl?: string;
  /** A streaming replica for reads; absent: the primary answers everything. */
  readonly replicaUrl?: string;
  readonly poolSize: number;
  readonly workerConcurrency: number;
}

export interface MailConfig {
  /** Absent: mails are caught in the local mailbox. */
  readonly smtpUrl?: string;
  /** Nothing is said to the mail server in clear. */
  readonly tlsRequired: boolean;
  /** Address in From where a tenant has set none. */
  readonly from: string;
}

export interface LimitConfig {
  /** Bytes of a JSON body. */
  readonly body: number;
  /** Bytes of one attachment. */
  readonly attachment: number;
  /** Bytes that one contact may store. */
  readonly contactStorage: number;
  /** Bytes that a tenant may store, contacts and staff together. */
  readonly tenantStorage: number;
  /** Actions of a contact that send mails to others, e.g. new tickets and comments. */
  readonly contactActionsPerHour: number;
  readonly contactActionsPerDay: number;
  /** The same of all contacts of a tenant together. */
  readonly tenantActionsPerHour: number;
  /** Requests a minute of one principal or one anonymous address. */
  readonly requestsPerMinute: number;
  /** Open connections of one process. */
  readonly connections: number;
}

export class ConfigError extends Error {}

const GIB = 1024 ** 3;
const KEY_LENGTH = 32;
const PRODUCTION_NEEDS = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'SMTP_URL',
  'PUBLIC_URL',
  'SECRET_KEYS',
  'MAIL_FROM',
];
const ONLY_HERE =
  'a loopback address (127.0.0.1, ::1 or localhost) unless NODE_ENV=production: other machines are served in production only.';
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
// One piece again and again, or what people write in place of a secret.
const KNOWN_WEAK = /^(.{1,16}?)\1+.{0,15}$|change|secret|example|password|default/i;

/** Reads and checks the whole environment; every complaint is reported at once. */
export function loadConfig(env: Environment = process.env): Config {
  const complaints: string[] = [];
  const environment = oneOf(env, 'NODE_ENV', ['development', 'test', 'production'] as const, complaints);
  const production = environment === 'production';
  const host = env.HOST || '127.0.0.1';
  const port = integer(env, 'PORT', 3000, complaints, { min: 0, max: 65_535 });
  const dataDir = resolve(env.DATA_DIR ?? '.data');

  if (production) {
    for (const name of PRODUCTION_NEEDS) {
      if (!env[name]) complaints.push(`${name} must be set in production (see .env.example).`);
    }
    if (env.DEMO_DATA === 'on') complaints.push('DEMO_DATA=on is refused in production.');
  }
  const secretKeys = env.SECRET_KEYS?.split(',').map((key) => key.trim());
  for (const key of secretKeys ?? []) {
    if (key.length < KEY_LENGTH || KNOWN_WEAK.test(key)) {
      complaints.push(
        `SECRET_KEYS: each key needs ${KEY_LENGTH} random characters, e.g. from "openssl rand -hex 32".`,
      );
    }
  }
  for (const name of [
    'DATABASE_URL',
    'DATABASE_OWNER_URL',
    'DATABASE_REPLICA_URL',
    'SMTP_URL',
    'PUBLIC_URL',
  ]) {
    if (env[name] && !URL.canParse(env[name])) complaints.push(`${name} is not a valid URL.`);
  }
  if (env.PUBLIC_URL && !/^https?:/i.test(env.PUBLIC_URL)) {
    complaints.push('PUBLIC_URL must start with https:// or http://.');
  }
  if (env.PUBLIC_URL && /[?#@]/.test(env.PUBLIC_URL)) {
    complaints.push('PUBLIC_URL must have no login, query or fragment.');
  }
  if (env.SMTP_URL && !/^smtps?:\/\//i.test(env.SMTP_URL)) {
    complaints.push('SMTP_URL must start with smtps:// or smtp://.');
  }
  // With the mailbox, whose mails hold links into accounts, and with demo logins nobody else may come near.
  if (!production && !isLoopbackHost(host)) complaints.push(`HOST must be ${ONLY_HERE}`);
  if (!production && env.PUBLIC_URL && !isLoopbackHost(hostOf(env.PUBLIC_URL))) {
    complaints.push(`PUBLIC_URL must name ${ONLY_HERE}`);
  }
  const demo = switched(env, 'DEMO_DATA', complaints);
  const plaintext = switched(env, 'SMTP_ALLOW_PLAINTEXT', complaints);
  if (env.LOG_LEVEL && !LOG_LEVELS.includes(env.LOG_LEVEL)) {
    complaints.push(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
  }
  const config: Config = {
    environment,
    host,
    port,
    processes: env.PROCESSES === 'auto' ? availableParallelism() : integer(env, 'PROCESSES', 1, complaints),
    publicUrl: (env.PUBLIC_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`).replace(
      /\/+$/,
      '',
    ),
    dataDir,
    database: {
      url: env.DATABASE_URL || undefined,
      ownerUrl: env.DATABASE_OWNER_URL || undefined,
      replicaUrl: env.DATABASE_REPLICA_URL || undefined,
      poolSize: integer(env, 'DATABASE_POOL_SIZE', 16, complaints),
      workerConcurrency: integer(env, 'WORKER_CONCURRENCY', 4, complaints),
    },
    mail: {
      smtpUrl: env.SMTP_URL,
      tlsRequired: plaintext !== true && !isLoopbackHost(hostOf(env.SMTP_URL)),
      from: env.MAIL_FROM ?? 'portal@kundenportal.example',
    },
    secretKeys: secretKeys ?? [],
    demoData: demo ?? (!production && !env.DATABASE_URL),
    trustedProxyHops: integer(env, 'TRUSTED_PROXY_HOPS', 0, complaints, { min: 0, max: 10 }),
    corsOrigins: list(env.CORS_ORIGINS),
    logLevel: env.LOG_LEVEL || (production ? 'info' : 'warn'),
    metricsToken: env.METRICS_TOKEN || undefined,
    limits: {
      body: integer(env, 'BODY_LIMIT_BYTES', 1024 * 1024, complaints),
      attachment: integer(env, 'ATTACHMENT_LIMIT_BYTES', 25 * 1024 * 1024, complaints),
      contactStorage: integer(env, 'CONTACT_STORAGE_LIMIT_BYTES', GIB, complaints),
      tenantStorage: integer(env, 'TENANT_STORAGE_LIMIT_BYTES', 50 * GIB, complaints),
      contactActionsPerHour: integer(env, 'CONTACT_ACTIONS_PER_HOUR', 60, complaints),
      contactActionsPerDay: integer(env, 'CONTACT_ACTIONS_PER_DAY', 300, complaints),
      tenantActionsPerHour: integer(env, 'TENANT_ACTIONS_PER_HOUR', 3_000, complaints),
      requestsPerMinute: integer(env, 'REQUESTS_PER_MINUTE', 600, complaints),
      connections: integer(env, 'MAX_CONNECTIONS', 4000, complaints),
    },
  };
  if (complaints.length > 0) {
    throw new ConfigError(`The portal cannot start:\n${complaints.map((text) => `  - ${text}`).join('\n')}`);
  }
  return secretKeys ? config : { ...config, secretKeys: [localSecret(dataDir)] };
}

/** Outside production a key is made once and kept, so that sessions survive a restart. */
function localSecret(dataDir: string): string {
  const file = join(dataDir, 'secret-key');
  try {
    if (!existsSync(file)) {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(file, randomBytes(KEY_LENGTH).toString('hex'), { mode: 0o600 });
    }
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(
      `The portal cannot start: the folder ${dataDir} cannot be used (${(error as Error).message}). ` +
        'Set DATA_DIR to a folder that can be written.',
    );
  }
}

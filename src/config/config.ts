import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { hostOf, isLoopbackHost } from './loopback';
import { type Environment, readSettings, type Settings } from './settings';

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
  /** Given where `url` leads through a pooler in transaction mode: the server itself, for jobs and LISTEN. */
  readonly directUrl?: string;
  /** Whether statements are prepared by name; not every pooler keeps them apart. */
  readonly preparesStatements: boolean;
  /** Whether tenants' tables are spread over the workers of Citus. */
  readonly distributed: boolean;
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
  /** Of a tenant, where many people are invited at once. */
  readonly invitationsPerMinute: number;
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

/** Reads and checks the whole environment; all errors are reported together. @throws ConfigError */
export function loadConfig(env: Environment = process.env): Config {
  const { settings, validationErrors } = readSettings(env);
  const all = [...validationErrors, ...contradictionsOf(env)];
  if (!settings || all.length > 0) {
    throw new ConfigError(`The portal cannot start:\n${all.map((text) => `  - ${text}`).join('\n')}`);
  }
  return configOf(settings);
}

/** What each variable may say alone, and not beside the others. */
function contradictionsOf(env: Environment): string[] {
  const validationErrors: string[] = [];
  const production = env.NODE_ENV === 'production';
  if (production) {
    for (const name of PRODUCTION_NEEDS) {
      if (!env[name]) validationErrors.push(`${name} must be set in production (see .env.example).`);
    }
    if (env.DEMO_DATA === 'on') validationErrors.push('DEMO_DATA=on is refused in production.');
  }
  if (env.DATABASE_DIRECT_URL && loginOf(env.DATABASE_DIRECT_URL) !== loginOf(env.DATABASE_URL)) {
    validationErrors.push('DATABASE_DIRECT_URL must name the login of DATABASE_URL.');
  }
  if (env.DATABASE_DISTRIBUTED === 'on' && env.DATABASE_REPLICA_URL) {
    // What somebody has written is known by a number of the coordinator's, which its workers do not have.
    validationErrors.push(
      'DATABASE_REPLICA_URL is refused with DATABASE_DISTRIBUTED=on: workers of Citus have replicas of their own.',
    );
  }
  // With the mailbox, whose mails hold links into accounts, and with demo logins nobody else may come near.
  if (!production && env.HOST && !isLoopbackHost(env.HOST))
    validationErrors.push(`HOST must be ${ONLY_HERE}`);
  if (!production && env.PUBLIC_URL && !isLoopbackHost(hostOf(env.PUBLIC_URL))) {
    validationErrors.push(`PUBLIC_URL must name ${ONLY_HERE}`);
  }
  return validationErrors;
}

function configOf(settings: Settings): Config {
  const { NODE_ENV: environment, HOST: host, PORT: port, DATABASE_URL, DATABASE_DIRECT_URL } = settings;
  const production = environment === 'production';
  const dataDir = resolve(settings.DATA_DIR);
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    environment,
    host,
    port,
    processes: settings.PROCESSES === 'auto' ? availableParallelism() : settings.PROCESSES,
    publicUrl: (settings.PUBLIC_URL ?? address).replace(/(?<!\/)\/+$/, ''),
    dataDir,
    database: {
      url: DATABASE_URL,
      ownerUrl: settings.DATABASE_OWNER_URL,
      replicaUrl: settings.DATABASE_REPLICA_URL,
      directUrl: DATABASE_DIRECT_URL,
      distributed: settings.DATABASE_DISTRIBUTED,
      preparesStatements: settings.DATABASE_PREPARED_STATEMENTS ?? !DATABASE_DIRECT_URL,
      poolSize: settings.DATABASE_POOL_SIZE,
      workerConcurrency: settings.WORKER_CONCURRENCY,
    },
    mail: {
      smtpUrl: settings.SMTP_URL,
      tlsRequired: !settings.SMTP_ALLOW_PLAINTEXT && !isLoopbackHost(hostOf(settings.SMTP_URL)),
      from: settings.MAIL_FROM,
      invitationsPerMinute: settings.INVITATION_MAILS_PER_MINUTE,
    },
    secretKeys: settings.SECRET_KEYS ?? [localSecret(dataDir)],
    demoData: settings.DEMO_DATA ?? (!production && !DATABASE_URL),
    trustedProxyHops: settings.TRUSTED_PROXY_HOPS,
    corsOrigins: settings.CORS_ORIGINS,
    logLevel: settings.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    metricsToken: settings.METRICS_TOKEN,
    limits: {
      body: settings.BODY_LIMIT_BYTES,
      attachment: settings.ATTACHMENT_LIMIT_BYTES,
      contactStorage: settings.CONTACT_STORAGE_LIMIT_BYTES,
      tenantStorage: settings.TENANT_STORAGE_LIMIT_BYTES,
      contactActionsPerHour: settings.CONTACT_ACTIONS_PER_HOUR,
      contactActionsPerDay: settings.CONTACT_ACTIONS_PER_DAY,
      tenantActionsPerHour: settings.TENANT_ACTIONS_PER_HOUR,
      requestsPerMinute: settings.REQUESTS_PER_MINUTE,
      connections: settings.MAX_CONNECTIONS,
    },
  };
}

function loginOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).username : undefined;
}

/** Outside production a key is made once and kept, so that sessions survive a restart. */
function localSecret(dataDir: string): string {
  const file = join(dataDir, 'secret-key');
  try {
    if (!existsSync(file)) {
      mkdirSync(dataDir, { recursive: true });
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
    }
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError(
      `The portal cannot start: the folder ${dataDir} cannot be used (${(error as Error).message}). ` +
        'Set DATA_DIR to a folder that can be written.',
    );
  }
}

import * as v from 'valibot';

export type Environment = Readonly<Record<string, string | undefined>>;
/** What the variables say; `.env.example` explains them. */
export type Settings = v.InferOutput<typeof SETTINGS>;

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
const KEY_LENGTH = 32;
// One piece again and again, or what people write in place of a secret.
const KNOWN_WEAK = /^(.{1,16}?)\1+.{0,15}$|change|secret|example|password|default/i;

const URL_TEXT = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text), 'must be a valid URL.'),
);
const LIST = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').map((item) => item.trim())),
);
const ON_OR_OFF = v.pipe(
  v.picklist(['on', 'off'], 'must be on or off.'),
  v.transform((text) => text === 'on'),
);

const SETTINGS = v.object({
  NODE_ENV: v.optional(oneOf('development', 'test', 'production'), 'development'),
  HOST: v.optional(v.string(), '127.0.0.1'),
  PORT: v.optional(whole(0, 65_535), '3000'),
  PROCESSES: v.optional(v.union([v.literal('auto'), whole()], 'must be auto or a whole number.'), '1'),
  PUBLIC_URL: v.optional(
    v.pipe(
      URL_TEXT,
      v.regex(/^https?:/i, 'must start with https:// or http://.'),
      v.regex(/^[^?#@]*$/, 'must have no login, query or fragment.'),
    ),
  ),
  DATA_DIR: v.optional(v.string(), '.data'),
  DATABASE_URL: v.optional(URL_TEXT),
  DATABASE_OWNER_URL: v.optional(URL_TEXT),
  DATABASE_REPLICA_URL: v.optional(URL_TEXT),
  DATABASE_DIRECT_URL: v.optional(URL_TEXT),
  DATABASE_DISTRIBUTED: v.optional(ON_OR_OFF, 'off'),
  DATABASE_PREPARED_STATEMENTS: v.optional(ON_OR_OFF),
  DATABASE_POOL_SIZE: v.optional(whole(), '16'),
  WORKER_CONCURRENCY: v.optional(whole(), '4'),
  SMTP_URL: v.optional(v.pipe(URL_TEXT, v.regex(/^smtps?:\/\//i, 'must start with smtps:// or smtp://.'))),
  SMTP_ALLOW_PLAINTEXT: v.optional(ON_OR_OFF, 'off'),
  MAIL_FROM: v.optional(v.string(), 'portal@kundenportal.example'),
  INVITATION_MAILS_PER_MINUTE: v.optional(whole(), '30'),
  SECRET_KEYS: v.optional(
    v.pipe(
      LIST,
      v.everyItem(
        (key) => key.length >= KEY_LENGTH && !KNOWN_WEAK.test(key),
        `must be keys of ${KEY_LENGTH} random characters each, e.g. from "openssl rand -hex 32".`,
      ),
    ),
  ),
  DEMO_DATA: v.optional(ON_OR_OFF),
  TRUSTED_PROXY_HOPS: v.optional(whole(0, 10), '0'),
  CORS_ORIGINS: v.optional(v.pipe(LIST, v.filterItems(Boolean)), ''),
  LOG_LEVEL: v.optional(oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent')),
  METRICS_TOKEN: v.optional(v.string()),
  BODY_LIMIT_BYTES: v.optional(whole(), String(MIB)),
  ATTACHMENT_LIMIT_BYTES: v.optional(whole(), String(25 * MIB)),
  CONTACT_STORAGE_LIMIT_BYTES: v.optional(whole(), String(GIB)),
  TENANT_STORAGE_LIMIT_BYTES: v.optional(whole(), String(50 * GIB)),
  CONTACT_ACTIONS_PER_HOUR: v.optional(whole(), '60'),
  CONTACT_ACTIONS_PER_DAY: v.optional(whole(), '300'),
  TENANT_ACTIONS_PER_HOUR: v.optional(whole(), '3000'),
  REQUESTS_PER_MINUTE: v.optional(whole(), '600'),
  MAX_CONNECTIONS: v.optional(whole(), '4000'),
});

/** @returns what is set, or one error for each invalid variable; one that is empty is not set */
export function readSettings(env: Environment): { settings?: Settings; validationErrors: string[] } {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const { success, output, issues = [] } = v.safeParse(SETTINGS, set, { abortPipeEarly: true });
  const validationErrors = issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`);
  return { settings: success ? output : undefined, validationErrors };
}

function oneOf<const T extends readonly string[]>(...values: T): v.PicklistSchema<T, string> {
  return v.picklist(values, `must be one of ${values.join(', ')}.`);
}

function whole(min = 1, max = Number.MAX_SAFE_INTEGER): v.GenericSchema<string, number> {
  const upTo = max === Number.MAX_SAFE_INTEGER ? 'or more' : `to ${max}`;
  return v.pipe(
    v.string(),
    v.check(
      (text) => /^\d{1,12}$/.test(text) && Number(text) >= min && Number(text) <= max,
      `must be a whole number, ${min} ${upTo}.`,
    ),
    v.transform(Number),
  );
}

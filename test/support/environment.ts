/** What the global set-up hands to the tests; plain data, because tests run in processes of their own. */
export interface E2eEnvironment {
  readonly baseUrl: string;
  /** Connects the superuser: for arranging what no caller can, such as the passing of time. */
  readonly databaseUrl: string;
  /** The operator's endpoint, see operator.ts. */
  readonly operatorUrl: string;
  readonly logFile: string;
  /** Where the program keeps its data. */
  readonly folder: string;
  /** Tells what held the event loop, see event-loop.ts; absent where the program is not watched. */
  readonly eventLoopProbe?: string;
  /** Whether the database is spread over several servers. */
  readonly distributed?: boolean;
}

const VARIABLE = 'KUNDENPORTAL_E2E';

export function publishEnvironment(environment: E2eEnvironment): void {
  process.env[VARIABLE] = JSON.stringify(environment);
}

/**
 * What a further instance on the suites' database has in common with the first. Whichever of them comes first writes a mail, so all
 * have to name one address for the links in it, as in any installation.
 */
export function sharedSettings(databaseUrl: string): Readonly<Record<string, string>> {
  if (!process.env[VARIABLE]) return {};
  const { databaseUrl: shared, baseUrl, distributed } = e2eEnvironment();
  if (placeOf(databaseUrl) !== placeOf(shared)) return {};
  return { PUBLIC_URL: baseUrl, ...(distributed && { DATABASE_DISTRIBUTED: 'on' }) };
}

/** Whoever connects. */
function placeOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return host + pathname;
}

export function e2eEnvironment(): E2eEnvironment {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('This test needs the running program: start it with "npm run test:e2e".');
  return JSON.parse(text) as E2eEnvironment;
}

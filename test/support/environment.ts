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
}

const VARIABLE = 'KUNDENPORTAL_E2E';

export function publishEnvironment(environment: E2eEnvironment): void {
  process.env[VARIABLE] = JSON.stringify(environment);
}

/**
 * Where links in mails lead, for a further instance on the suites' database: whichever instance comes first writes the mail, so all
 * have to name one address, as in any installation.
 */
export function publicUrlOn(databaseUrl: string): string | undefined {
  if (!process.env[VARIABLE]) return undefined;
  const { databaseUrl: shared, baseUrl } = e2eEnvironment();
  return placeOf(databaseUrl) === placeOf(shared) ? baseUrl : undefined;
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

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Api } from '../support/api';
import { e2eEnvironment } from '../support/environment';
import { measured } from '../support/figures';
import { inForm } from '../support/form';
import { chainsFor, harvestIds, type IdPools } from '../support/id-pools';
import { fillPath, type Operation, operationsOfDocument, type Schema } from '../support/operations';
import { type Population, populate } from '../support/population';
import { PASSWORD } from '../support/world';

const SQLMAP = '/usr/bin/sqlmap';
/** Shorter than an access token lives. */
const SECONDS_EACH = 240;
/** A look at some operations does not take the night: `TEST_OPERATIONS=listTickets,login`. */
const ONLY = process.env.TEST_OPERATIONS?.split(',');
const isWanted = inForm({ short: false, long: true });

/** Debian's sqlmap at every parameter of the document: path, query and body. */
describe('sqlmap', () => {
  jest.setTimeout(12 * 60 * 60_000);

  (isWanted ? it : it.skip)(`finds nothing to inject${isWanted ? '' : ' (long form only)'}`, async () => {
    // Whoever asks for the long form asks for this, too.
    if (!existsSync(SQLMAP)) throw new Error('There is no sqlmap here: apt-get install sqlmap.');
    const operations = await operationsOfDocument();
    const population = await populate();
    const pools = await harvestIds(operations, [population.admin, population.mainUser]);
    const folder = mkdtempSync(join(tmpdir(), 'kundenportal-sqlmap-'));
    const found: string[] = [];
    const untested: string[] = [];
    const targets = operations.filter(
      ({ id, query, bodySchema, idNames, consumes }) =>
        (ONLY?.includes(id) ?? true) &&
        (query.length > 0 || bodySchema || idNames.length > 0) &&
        consumes !== 'multipart/form-data',
    );
    for (const operation of targets) {
      const output = await run(await argumentsFor(operation, population, pools), folder);
      // What only appears to be injectable, sqlmap tries again and takes back.
      const finding = /Parameter: .+\n(?:.+\n){1,12}|.+is vulnerable.*/.exec(output);
      if (finding) found.push(`${operation.id}: ${finding[0]}`);
      if (!/\] testing '/.test(output)) untested.push(`${operation.id}: ${output.slice(-500)}`);
    }
    rmSync(folder, { recursive: true, force: true });
    measured('operations that sqlmap can inject into', '0', `${found.length} of ${targets.length}`, found);
    measured('operations that sqlmap could not try', '0', untested.length, untested);
  });
});

async function argumentsFor(operation: Operation, population: Population, pools: IdPools): Promise<string[]> {
  const { path, method, idNames, parameters, audience, consumes, bodySchema } = operation;
  const [ids = []] = chainsFor(pools, path, idNames.length);
  // The asterisk says where in a path to try.
  const values = (ids.length > 0 ? ids : [population.tenant.slug]).map((id) => `${id}*`);
  // All valid: where one is refused, none reaches the database. A cursor cannot be made up.
  const search = parameters
    .filter(({ name, in: place }) => place === 'query' && name !== 'cursor')
    .map(({ name, schema }) => `${name}=${valueOf(schema)}`)
    .join('&');
  const url = `${e2eEnvironment().baseUrl}${fillPath(path, values)}${search && `?${search}`}`;
  const login = await tokenFor(population, audience === 'CONTACT' ? 'contact' : 'admin');
  const headers = [
    `Authorization: Bearer ${login}`,
    'If-Match: "1"',
    `X-Forwarded-For: ${Api.anonymous().address}`,
  ];
  const body = bodySchema ? operation.exampleBody(true) : undefined;
  const data = consumes?.includes('urlencoded')
    ? new URLSearchParams(body as Record<string, string>).toString()
    : JSON.stringify(body);
  return [
    ...['-u', url, '--method', method.toUpperCase(), '--headers', headers.join('\n')],
    ...(body
      ? ['--data', data, ...(consumes?.includes('json') ? ['--header', `Content-Type: ${consumes}`] : [])]
      : []),
    ...[
      '--batch',
      '--level',
      '1',
      '--risk',
      '1',
      '--dbms',
      'postgresql',
      '--timeout',
      '10',
      '--retries',
      '1',
    ],
    ...['--ignore-code', '*', '--flush-session', '--disable-coloring', '--skip-waf'],
  ];
}

function valueOf({ example, items, enum: values, format, type }: Schema): string {
  if (format === 'uuid') return '01900000-0000-7000-8000-000000000000';
  const known = example ?? values?.[0] ?? items?.enum?.[0] ?? (type === 'boolean' ? true : 1);
  return encodeURIComponent(known as string);
}

async function tokenFor({ tenant, mainUser }: Population, who: 'admin' | 'contact'): Promise<string> {
  const email = who === 'admin' ? tenant.adminEmail : (mainUser as Api & { email: string }).email;
  const api = await Api.signIn({ tenant: tenant.slug, email, password: PASSWORD });
  return api.accessToken ?? '';
}

/** What it said until then, where its time was up. */
async function run(args: readonly string[], folder: string): Promise<string> {
  try {
    const options = { timeout: SECONDS_EACH * 1000, maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await promisify(execFile)(SQLMAP, [...args, '--output-dir', folder], options);
    return stdout;
  } catch (error) {
    return (error as { stdout?: string }).stdout ?? '';
  }
}

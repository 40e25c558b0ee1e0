import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Api } from '../support/api';
import { e2eEnvironment } from '../support/environment';
import { measured } from '../support/figures';
import { inForm } from '../support/form';
import { MULTIPART, multipart, urlEncoded } from '../support/forms';
import { chainsFor, harvestIds, idFor, type IdPools } from '../support/id-pools';
import { fillPath, type Operation, operationsOfDocument, type Schema } from '../support/operations';
import { type Population, populate } from '../support/population';
import { PASSWORD } from '../support/world';
import { SessionProxy } from './session-proxy';

const SQLMAP = '/usr/bin/sqlmap';
const SECONDS_EACH = 1_800;
/** A look at some operations does not take so long: `TEST_OPERATIONS=listTickets,login`. */
const ONLY = process.env.TEST_OPERATIONS?.split(',');
const isWanted = inForm({ short: false, long: true });

/** What sqlmap is told, and what it must have tried. */
interface Target {
  readonly path: string;
  readonly method: string;
  readonly audience?: string;
  readonly body?: Body;
  /** As in a request: `Name: value`. */
  readonly header?: string;
  readonly names: readonly string[];
}

interface Body {
  readonly type: string;
  readonly text: string;
}

type Item = Readonly<Record<string, unknown>>;

/** Debian's sqlmap at every parameter of the document: path, query, headers and body. */
describe('sqlmap', () => {
  jest.setTimeout(12 * 60 * 60_000);

  (isWanted ? it : it.skip)(`finds nothing to inject${isWanted ? '' : ' (long form only)'}`, async () => {
    // Whoever asks for the long form asks for this, too.
    if (!existsSync(SQLMAP)) throw new Error('There is no sqlmap here: apt-get install sqlmap.');
    const operations = await operationsOfDocument();
    const folder = mkdtempSync(join(tmpdir(), 'kundenportal-sqlmap-'));
    const found: string[] = [];
    const failed: string[] = [];
    const untried: string[] = [];
    let tried = 0;
    const attacked = operations.filter(({ id, endless }) => (ONLY?.includes(id) ?? true) && !endless);
    for (const operation of attacked) {
      // What was done to one operation, such as locking somebody out, is not to protect the next.
      const population = await populate();
      for (const target of await targetsOf(operation, operations, population)) {
        const output = await attack(target, population, folder);
        const what = `${operation.id} (${target.names.join(', ')})`;
        // What only appears to be injectable, sqlmap tries again and takes back.
        const finding = /Parameter: .+\n(?:.+\n){1,12}|.+is vulnerable.*/.exec(output);
        if (finding) found.push(`${what}: ${finding[0]}`);
        // A statement that a quote has broken.
        const failures = /\b5\d\d \([^)]+\) - \d+ times/.exec(output);
        if (failures) failed.push(`${what}: ${failures[0]}`);
        const missed = namesNotTried(target, output);
        tried += target.names.length - missed.length;
        untried.push(...missed.map((name) => `${operation.id}: ${name}\n${output.slice(-300)}`));
      }
    }
    rmSync(folder, { recursive: true, force: true });
    measured('parameters that sqlmap can inject into', '0', `${found.length} of ${tried}`, found);
    measured('parameters that sqlmap brought a 5xx with', '0', failed.length, failed);
    measured('parameters that sqlmap did not try', '0', untried.length, untried);
  });
});

/**
 * Path and body together; each parameter of the query for itself, because two filters would find nothing at all; each header
 * for itself, because a key that stays the same gets the first answer again.
 */
async function targetsOf(
  operation: Operation,
  operations: readonly Operation[],
  population: Population,
): Promise<Target[]> {
  const { path, method, idNames, parameters, audience, bodySchema, exampleBody } = operation;
  const { admin, mainUser, tenant } = population;
  const pools = await harvestIds(operations, [admin, mainUser]);
  const [ids = []] = chainsFor(pools, path, idNames.length);
  const values = ids.length > 0 ? ids : [tenant.slug];
  const places = path.match(/\{\w+\}/g) ?? [];
  const fields = bodySchema ? withKnownIds(exampleBody(true), pools, values) : undefined;
  const common = { method: method.toUpperCase(), audience };
  const place = fillPath(path, values);
  const body = fields && (await bodyOf(operation, fields, place, admin));
  const own: Target = {
    ...common,
    // The asterisk says where in a path to try.
    path: fillPath(
      path,
      values.map((value) => `${value}*`),
    ),
    body,
    names: [...places.map((_, index) => `#${index + 1}*`), ...new Set(leavesOf(fields))],
  };
  const query = parameters.filter(({ in: where }) => where === 'query');
  const headers = parameters.filter(({ in: where }) => where === 'header');
  const items = query.length > 0 ? await itemsAt(place, audience === 'CONTACT' ? mainUser : admin) : [];
  return [
    ...(own.names.length > 0 ? [own] : []),
    ...query.map(({ name, schema }) => ({
      ...common,
      path: `${place}?${name}=${encodeURIComponent(String(valueIn(items, name) ?? valueOf(schema)))}`,
      names: [name],
    })),
    ...headers.map(({ name, schema }) => ({
      ...common,
      path: place,
      body,
      header: `${name}: ${name === 'If-Match' ? '"1"' : String(valueOf(schema))}`,
      names: [name],
    })),
  ];
}

/** So that what is made of the other fields is written, too. */
function withKnownIds(
  fields: Record<string, unknown>,
  pools: IdPools,
  ofPath: readonly string[],
): Record<string, unknown> {
  const chosen = [...ofPath];
  return JSON.parse(JSON.stringify(fields), (name, value: unknown) => {
    const id = name.endsWith('Id') ? idFor(pools, name, chosen) : undefined;
    if (id) chosen.push(id);
    return id ?? value;
  }) as Record<string, unknown>;
}

async function bodyOf(
  { consumes = '' }: Operation,
  fields: Record<string, unknown>,
  path: string,
  admin: Api,
): Promise<Body> {
  switch (consumes) {
    case 'multipart/form-data':
      return { type: MULTIPART, text: multipart({ ...fields, file: await fileFor(path, admin) }) };
    case 'application/x-www-form-urlencoded':
      return { type: consumes, text: urlEncoded(fields) };
    default:
      return { type: consumes, text: JSON.stringify(fields) };
  }
}

/** What an import takes is what was exported. */
async function fileFor(path: string, admin: Api): Promise<string> {
  if (!path.endsWith('/imports')) return 'Bitte ansehen.';
  const { text } = await admin.request('get', path.replace(/imports$/, 'exports')).buffer(true);
  return text;
}

/** With the cursor behind the first one, which nobody can make up, as if it were a field. */
async function itemsAt(path: string, caller: Api): Promise<Item[]> {
  const pageOf = async (address: string): Promise<{ items?: Item[]; nextCursor?: string }> =>
    (await caller.request('get', address)).body as object;
  const { items = [] } = await pageOf(path);
  const { nextCursor } = await pageOf(`${path}?limit=1`);
  return [...items, { cursor: nextCursor }];
}

/** One by which something is found. */
function valueIn(items: readonly Item[], name: string): unknown {
  const wanted = name === 'search' ? ['number', 'name', 'subject'] : [name, name.replace(/Id$/, '')];
  const values = items.flatMap((item) => wanted.map((field) => item[field]));
  const known = values.find((value) => value !== undefined && value !== null);
  return typeof known === 'object' ? (known as Item).id : known;
}

function valueOf({ example, items, enum: values, format, type }: Schema): unknown {
  if (format === 'uuid') return '01900000-0000-7000-8000-000000000000';
  return example ?? values?.[0] ?? items?.enum?.[0] ?? (type === 'boolean' ? true : 1);
}

function namesNotTried({ names }: Target, output: string): string[] {
  const tried = [...output.matchAll(/testing for SQL injection on .*'(?:JSON |MULTIPART )?(.+)'/g)].map(
    ([, name]) => name,
  );
  return names.filter((name) => !tried.includes(name));
}

/** Names of the fields at the ends of a body, as sqlmap calls them. */
function leavesOf(value: unknown, name = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, name));
  if (typeof value !== 'object' || value === null) return name ? [name] : [];
  return Object.entries(value).flatMap(([inner, field]) => leavesOf(field, inner));
}

/** What sqlmap said, until then where its time was up. */
async function attack(
  { path, method, audience, body, header, names }: Target,
  population: Population,
  folder: string,
): Promise<string> {
  const proxy = new SessionProxy(e2eEnvironment().baseUrl, () => tokenOf(population, audience));
  const url = `${await proxy.start()}${path}`;
  const fields = names.filter((name) => !name.startsWith('#'));
  const args = [
    ...['-u', url, '--method', method],
    ...(body ? ['--data', body.text] : []),
    ...[header, body && `Content-Type: ${body.type}`].flatMap((line) => (line ? ['--header', line] : [])),
    // By name, because it leaves alone what sounds like a token.
    ...(fields.length > 0 ? ['-p', fields.join(',')] : []),
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
    ...['--ignore-code', '*', '--flush-session', '--disable-coloring', '--skip-waf', '--output-dir', folder],
  ];
  try {
    const options = { timeout: SECONDS_EACH * 1000, maxBuffer: 64 * 1024 * 1024 };
    return (await promisify(execFile)(SQLMAP, args, options)).stdout;
  } catch (error) {
    return (error as { stdout?: string }).stdout ?? '';
  } finally {
    await proxy.stop();
  }
}

async function tokenOf({ tenant, mainUser }: Population, audience: string | undefined): Promise<string> {
  const email = audience === 'CONTACT' ? (mainUser as Api & { email: string }).email : tenant.adminEmail;
  const api = await Api.signIn({ tenant: tenant.slug, email, password: PASSWORD });
  return api.accessToken ?? '';
}

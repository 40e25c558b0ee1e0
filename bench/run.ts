import { spawn } from 'node:child_process';
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { hash } from '@node-rs/argon2';
import autocannon from 'autocannon';
import { Client } from 'pg';
import { startDatabase, startProgram } from '../test/support/stack';
import { fill } from './data';

const BARE_PORT = 3999;
const CONNECTIONS = 16;
const ROUNDS = 3;
const RESULTS = join(__dirname, 'results');

interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

interface Result {
  readonly operation: string;
  readonly portal: Figures;
  readonly bare: Figures;
  /** The portal's requests a second to those of the bare server. */
  readonly ratio: number;
}

/**
 * Portal and bare server answer the same reads in turns, so that the machine's moods hit both alike.
 *   npm run bench -- [--tickets 10000] [--seconds 4] [--only list] [--profile FOLDER]
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      tickets: { type: 'string', default: '10000' },
      seconds: { type: 'string', default: '4' },
      only: { type: 'string', default: '' },
      profile: { type: 'string' },
    },
  });
  const database = await startDatabase();
  const key = randomBytes(32).toString('hex');
  const settings = { SECRET_KEYS: key, REQUESTS_PER_MINUTE: '100000000', LOG_LEVEL: 'warn' };
  const since = Date.now();
  let program = await startProgram(database.url, database.dataDir, settings);
  console.log(`Ready after ${Date.now() - since} ms, migrations included.`);
  const client = new Client({ connectionString: database.url });
  await client.connect();
  console.log(`Filling in ${values.tickets} tickets.`);
  await fill(client, Number(values.tickets), await hash('Regenschirm tanzt leise 42'));
  await program.stop();
  const restarted = Date.now();
  // Where the time goes: a profile for the browser's developer tools.
  const profiling = values.profile && {
    NODE_OPTIONS: `--require ${join(__dirname, 'profile.cjs')}`,
    PROFILE_FOLDER: values.profile,
  };
  program = await startProgram(database.url, database.dataDir, { ...settings, ...profiling });
  console.log(`Ready after ${Date.now() - restarted} ms with the schema in place.`);
  const bare = spawn(process.execPath, [join(__dirname, 'bare-server.mjs')], {
    env: {
      PATH: process.env.PATH,
      BENCH_DATABASE_URL: database.url,
      BENCH_PORT: String(BARE_PORT),
      BENCH_KEY: key,
    },
    stdio: 'inherit',
  });
  try {
    await sleep(1_000);
    const { token, ticketId } = await caller(client, key);
    const results: Result[] = [];
    for (const [operation, path] of [
      ['list of running tickets', '/api/v1/portal/tickets'],
      ['comments of a ticket', `/api/v1/portal/tickets/${ticketId}/comments`],
      ['search', '/api/v1/portal/tickets?search=Papierstau'],
    ] as const) {
      if (!operation.includes(values.only)) continue;
      results.push(await compare(operation, program.baseUrl, path, token, Number(values.seconds)));
    }
    const memory = Math.round(residentKiB(program.child.pid ?? 0) / 1024);
    console.table(
      results.map(({ operation, portal, bare: b, ratio }) => ({
        operation,
        'portal/s': portal.perSecond,
        'bare/s': b.perSecond,
        ratio,
        'p50 ms': portal.p50,
        'p99 ms': portal.p99,
        'bare p99 ms': b.p99,
      })),
    );
    console.log(`Resident memory of the portal: ${memory} MiB.`);
    mkdirSync(RESULTS, { recursive: true });
    const file = join(RESULTS, `reads-${values.tickets}.json`);
    writeFileSync(file, `${JSON.stringify({ tickets: Number(values.tickets), memory, results }, null, 2)}\n`);
  } finally {
    bare.kill();
    await client.end();
    await program.stop();
    await database.stop();
  }
}

/** A main user with a session, and a ticket of theirs that has comments. */
async function caller(client: Client, key: string): Promise<{ token: string; ticketId: string }> {
  const { rows } = await client.query<{ tenant_id: string; sid: string; sub: string; ticket: string }>(
    `SELECT a.tenant_id, s.id AS sid, a.id AS sub, c.ticket_id AS ticket
     FROM accounts a JOIN sessions s ON s.account_id = a.id
     JOIN tickets t ON t.tenant_id = a.tenant_id AND t.customer_id = a.customer_id
     JOIN ticket_comments c ON c.tenant_id = t.tenant_id AND c.ticket_id = t.id LIMIT 1`,
  );
  const [found] = rows;
  if (!found) throw new Error('There is nobody to ask for.');
  const secret = createHmac('sha256', key).update('access-token').digest();
  const kid = createHash('sha256').update(secret).digest('base64url').slice(0, 12);
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const claims = { tid: found.tenant_id, sid: found.sid, sub: found.sub, iat: now, exp: now + 3_600 };
  const text = `${encode({ alg: 'HS256', typ: 'at+jwt', kid })}.${encode({ ...claims, iss: 'kundenportal', aud: 'kundenportal-api' })}`;
  return {
    token: `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`,
    ticketId: found.ticket,
  };
}

async function compare(
  operation: string,
  portalUrl: string,
  path: string,
  token: string,
  seconds: number,
): Promise<Result> {
  const servers = { portal: portalUrl, bare: `http://127.0.0.1:${BARE_PORT}` };
  await assertSame(
    Object.values(servers).map((url) => url + path),
    token,
  );
  const rounds: Record<keyof typeof servers, Figures[]> = { portal: [], bare: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of ['portal', 'bare'] as const) {
      rounds[name].push(await load(servers[name] + path, token, seconds));
    }
  }
  const [portal, bare] = [median(rounds.portal), median(rounds.bare)];
  return { operation, portal, bare, ratio: Math.round((portal.perSecond / bare.perSecond) * 100) / 100 };
}

async function assertSame(urls: string[], token: string): Promise<void> {
  const bodies = await Promise.all(
    urls.map(async (url) => (await fetch(url, { headers: { authorization: `Bearer ${token}` } })).text()),
  );
  if (bodies[0] !== bodies[1])
    throw new Error(`The servers differ:\n${bodies.map((b) => b.slice(0, 600)).join('\n')}`);
}

async function load(url: string, token: string, seconds: number): Promise<Figures> {
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { authorization: `Bearer ${token}` },
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests to ${url} failed.`);
  return { perSecond: Math.round(requests.average), p50: latency.p50, p99: latency.p99 };
}

function median(figures: Figures[]): Figures {
  const sorted = [...figures].sort((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)]!;
}

function residentKiB(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

void main();

import fc from 'fast-check';
import { holdOf, holdsSoFar } from '../support/event-loop';
import { measured } from '../support/figures';
import { inForm, SEED } from '../support/form';
import { chainsFor, harvestIds, type IdPools } from '../support/id-pools';
import { type Operation, operationsOfDocument } from '../support/operations';
import { type Population, populate } from '../support/population';
import { INTERNALS, wire, type WireAnswer } from '../support/wire';
import { type CallerName, Callers } from './fuzz/callers';
import { type FuzzRequest, requestsTo } from './fuzz/requests';
import { MAX_HOLD_MS } from './limits';

const REQUESTS = inForm({ short: 12_000, long: 120_000 });
/** After so many the ids and the callers are looked at again. */
const ROUND = 1_000;
const AT_ONCE = 8;
/** Of a round, which requests are sent again to see whether they held the event loop. */
const MAX_SUSPECTS = 60;

/** What was sent, and when: whoever was under way while the event loop was held may have done it. */
interface Sent {
  readonly from: number;
  readonly to: number;
  again(): Promise<WireAnswer>;
  readonly what: string;
}

/** Requests made from the document: every operation, every parameter, right and wrong. */
describe('The fuzzer', () => {
  jest.setTimeout(inForm({ short: 10 * 60_000, long: 3 * 60 * 60_000 }));

  let operations: Operation[];
  let population: Population;
  let callers: Callers;
  const reached = new Set<string>();
  const carried = new Set<string>();
  const complaints: string[] = [];
  const undocumented = new Set<string>();
  const holding: string[] = [];
  let round: Sent[] = [];
  let sent = 0;
  let letIn = 0;

  beforeAll(async () => {
    operations = await operationsOfDocument();
    population = await populate();
    callers = await Callers.of(population);
  });

  it(`finds no failure with seed ${SEED}`, async () => {
    for (let i = 0; sent < REQUESTS; i++) {
      await callers.refresh();
      const pools = await harvestIds(operations, [callers.apiOf('admin'), callers.apiOf('mainUser')]);
      await holdsSoFar();
      await inParallel(requestsOf(i, pools), tried);
      await findHolders();
    }
    measured(`fuzzed requests (TEST_SEED=${SEED})`, `at least ${REQUESTS}`, sent, sent >= REQUESTS);
    measured('answers that fail or show internals', '0', complaints.length, complaints);
    measured(`requests that hold the event loop over ${MAX_HOLD_MS} ms`, '0', holding.length, holding);
    measured('statuses that the document does not name', '0', undocumented.size, [...undocumented]);
  });

  it('reaches every operation and every parameter', () => {
    const missed = operations.filter(({ id }) => !reached.has(id)).map(({ id }) => id);
    const inputs = operations.flatMap(inputsOf);
    const left = inputs.filter((input) => !carried.has(input));
    const percent = Math.round((100 * letIn) / sent);
    measured('requests that the guards let pass', 'at least 75 %', `${percent} %`, percent >= 75);
    measured('operations whose guard let a request pass', 'all', share(operations, missed), missed);
    measured('parameters and fields sent', 'all', share(inputs, left), left);
  });

  /** As many to each operation, mixed. */
  function requestsOf(round: number, pools: IdPools): FuzzRequest[] {
    const ids = [...pools.values()].flatMap((chains) => chains.map((chain) => chain.at(-1) ?? ''));
    const known = {
      ids,
      slug: population.tenant.slug,
      chains: ({ path, idNames }: Operation) => chainsFor(pools, path, idNames.length),
    };
    const each = Math.ceil(ROUND / operations.length);
    const requests = operations.flatMap((operation, index) =>
      fc.sample(requestsTo(operation, known), { numRuns: each, seed: SEED + round * 1_000 + index }),
    );
    // From every operation in turn, so that what one leaves behind meets the others.
    return requests
      .map((request, i): [number, FuzzRequest] => [
        (i % each) * operations.length + Math.floor(i / each),
        request,
      ])
      .sort(([a], [b]) => a - b)
      .map(([, request]) => request);
  }

  async function tried(request: FuzzRequest): Promise<void> {
    const { operation, carries } = request;
    const caller = callerFor(request);
    const login = caller && callers.apiOf(caller);
    const headers: Record<string, string> = {
      'sec-fetch-site': 'same-origin',
      ...request.headers,
      'x-forwarded-for': `10.${sent % 250}.${Math.floor(sent / 250) % 250}.1`,
      ...login?.identity,
    };
    if (request.wantsEtag && ['patch', 'put'].includes(operation.method)) {
      const { headers: read } = await wire(request.path.split('?')[0] ?? '', { headers });
      if (read.etag) headers['if-match'] = read.etag;
    }
    sent += 1;
    const method = operation.method.toUpperCase();
    const again = (): Promise<WireAnswer> => wire(request.path, { method, headers, body: request.body });
    const from = Date.now();
    const answer = await again().catch((error: unknown): WireAnswer => ({
      status: 599,
      headers: {},
      text: String(error),
    }));
    round.push({ from, to: Date.now(), again, what: `${method} ${request.path} ${content(request)}` });
    judge(request, headers, answer);
    const isTurnedAway = [401, 403, 429].includes(answer.status);
    if (isTurnedAway && caller && login) await callers.refreshFrom(caller, login);
    if (!isTurnedAway) {
      letIn += 1;
      reached.add(operation.id);
      for (const input of carries) carried.add(`${operation.id} ${input}`);
    }
  }

  function judge(request: FuzzRequest, headers: object, { status, text }: WireAnswer): void {
    const { operation } = request;
    const isFailure = status >= 500 || INTERNALS.test(text);
    if (!isFailure) {
      if (!operation.statuses.includes(status)) undocumented.add(`${operation.id} ${status}`);
      return;
    }
    const { path } = request;
    const shown = JSON.stringify({ method: operation.method, path, headers, content: content(request) });
    complaints.push(`${status} ${shown} ${text.slice(0, 300)}`);
  }

  /** Of those who were under way while the event loop was held, each is asked alone whether it was the one. */
  async function findHolders(): Promise<void> {
    const holds = (await holdsSoFar()).filter(({ ms }) => ms > MAX_HOLD_MS);
    const suspects = round.filter(({ from, to }) =>
      holds.some(({ endedAt, ms }) => from <= endedAt && to >= endedAt - ms),
    );
    round = [];
    for (const { again, what } of suspects.slice(0, MAX_SUSPECTS)) {
      const ms = await holdOf(() => again().catch(() => undefined));
      if (ms > MAX_HOLD_MS) holding.push(`${Math.round(ms)} ms: ${what}`);
    }
  }

  /** Mostly somebody who may; now and then anybody else, or nobody. */
  function callerFor({ operation: { audience } }: FuzzRequest): CallerName | undefined {
    const others = [undefined, 'admin', 'agent', 'mainUser', 'user'] as const;
    if (sent % 12 === 11) return others[Math.floor(sent / 12) % others.length];
    // Another third in each round: else the same operations would always meet the same caller.
    const isOtherRole = (sent + Math.floor(sent / ROUND)) % 3 === 0;
    switch (audience) {
      case 'CONTACT':
        return isOtherRole ? 'user' : 'mainUser';
      case 'STAFF':
        return isOtherRole ? 'agent' : 'admin';
      default:
        return audience === 'PUBLIC' ? undefined : 'admin';
    }
  }
});

function content({ body }: FuzzRequest): string | undefined {
  return body?.toString().slice(0, 2_000);
}

function inputsOf({ id, parameters, bodySchema }: Operation): string[] {
  return [
    ...parameters.filter((p) => p.in === 'query').map(({ name }) => `${id} query ${name}`),
    ...parameters.filter((p) => p.in === 'header').map(({ name }) => `${id} header ${name.toLowerCase()}`),
    ...Object.keys(bodySchema?.properties ?? {}).map((name) => `${id} body ${name}`),
  ];
}

function share(all: readonly unknown[], missed: readonly unknown[]): string {
  return `${all.length - missed.length} of ${all.length}`;
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const worker = async (): Promise<void> => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import type { Caller } from './callers';
import type { HttpRequest, Operation } from './operations';
import { processorTime, processorTimeWithChildren } from './processor';
import { pause, residentMiB, type Server, wake } from './servers';

const CONNECTIONS = 16;
const LOOK_AT_MEMORY_MS = 200;
/** Until the compiler has seen what is called often, and every connection has prepared its statements. */
const WARM_UP_SECONDS = 15;
/** What arrived while a process was paused is dealt with first; nobody is paused in the middle of a transaction. */
const SETTLE_MS = 300;

export interface Figures {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of processor time for a request: of the server's process, and of all of PostgreSQL. */
  readonly nodeMs: number;
  readonly postgresMs: number;
}

/** How a server did in one operation; `rounds` are in the order in which they were run. */
export interface LoadResult {
  readonly rounds: readonly Figures[];
  readonly peakMiB: number;
}

export interface Load {
  readonly callers: readonly Caller[];
  /** Process id of PostgreSQL's first process. */
  readonly postgresPid: number;
  /** Before anybody's turn: what others have left behind must not be dealt with by whoever comes next. */
  readonly clearUp: () => Promise<void>;
  readonly rounds: number;
  readonly seconds: number;
}

/** Lets all servers answer the same in turns, so that the machine's moods hit all alike; the others pause meanwhile. */
export async function inTurns<Name extends string>(
  servers: Readonly<Record<Name, Server>>,
  operation: Operation,
  { callers, postgresPid, clearUp, rounds, seconds }: Load,
): Promise<Record<Name, LoadResult>> {
  const names = Object.keys(servers) as Name[];
  const results = {} as Record<Name, { rounds: Figures[]; peakMiB: number }>;
  for (const name of names) results[name] = { rounds: [], peakMiB: 0 };
  for (const name of names) pause(servers[name]);
  try {
    for (let round = -1; round < rounds; round++) {
      for (const name of names) {
        await clearUp();
        wake(servers[name]);
        await sleep(SETTLE_MS);
        const duration = round < 0 ? WARM_UP_SECONDS : seconds;
        const { figures, peakMiB } = await load(servers[name], operation, callers, postgresPid, duration);
        if (round >= 0) results[name].rounds.push(figures);
        results[name].peakMiB = Math.max(results[name].peakMiB, peakMiB);
        await sleep(SETTLE_MS);
        pause(servers[name]);
      }
    }
  } finally {
    for (const name of names) wake(servers[name]);
  }
  return results;
}

async function load(
  server: Server,
  operation: Operation,
  callers: readonly Caller[],
  postgresPid: number,
  seconds: number,
): Promise<{ figures: Figures; peakMiB: number }> {
  let connection = 0;
  let peakMiB = 0;
  const watch = setInterval(() => (peakMiB = Math.max(peakMiB, residentMiB(server))), LOOK_AT_MEMORY_MS);
  const run = async (): Promise<autocannon.Result> =>
    autocannon({
      url: server.baseUrl,
      connections: CONNECTIONS,
      duration: seconds,
      // Each connection has callers of its own: nobody is at two places at once.
      setupClient: (client) => {
        const own = callers.filter((_, index) => index % CONNECTIONS === connection % CONNECTIONS);
        connection += 1;
        client.setRequests(own.flatMap((caller) => operation.requestsOf(caller).map(inConnection)));
      },
    });
  const takenSince = processorTimes(server, postgresPid);
  // What it gives back is no whole promise.
  const result = await run().finally(() => clearInterval(watch));
  const { requests, latency, non2xx, errors, statusCodeStats } = result;
  if (non2xx + errors > 0) {
    throw new Error(
      `${operation.name}: not all succeeded, ${JSON.stringify({ errors, ...statusCodeStats })}.`,
    );
  }
  const { node, postgres } = takenSince();
  const figures = {
    perSecond: Math.round(requests.average),
    p50: latency.p50,
    p99: latency.p99,
    nodeMs: node / requests.total,
    postgresMs: postgres / requests.total,
  };
  return { figures, peakMiB };
}

/** What the server and PostgreSQL take from now on, in milliseconds. */
function processorTimes(
  { process: { pid = 0 } }: Server,
  postgresPid: number,
): () => { node: number; postgres: number } {
  const [node, postgres] = [processorTime(pid), processorTimeWithChildren(postgresPid)];
  return () => ({
    node: processorTime(pid) - node,
    postgres: processorTimeWithChildren(postgresPid) - postgres,
  });
}

interface Context {
  before?: string;
}

/** As the library wants it: on a connection, the answer is handed on where the next request takes something from it. */
function inConnection(
  { body, ...request }: HttpRequest,
  index: number,
  all: readonly HttpRequest[],
): autocannon.Request {
  if (typeof body === 'function') {
    return {
      ...request,
      setupRequest: (sent, { before = '' }: Context) => ({ ...sent, body: body(before) }),
    };
  }
  const isAwaited = typeof all[index + 1]?.body === 'function';
  const handOn = (_status: number, text: string, context: Context): void => void (context.before = text);
  return { ...request, body, ...(isAwaited && { onResponse: handOn }) };
}

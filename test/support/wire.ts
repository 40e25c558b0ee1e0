import { once } from 'node:events';
import { Agent, type IncomingHttpHeaders, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { e2eEnvironment } from './environment';

export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface WireRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
  readonly baseUrl?: string;
  readonly timeoutMs?: number;
  /** Connections of its own; else those that all share. */
  readonly agent?: Agent;
}

const sharedAgent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Paths, methods and headers as they are: neither fetch nor supertest sends a malformed one. */
export async function wire(path: string, request: WireRequest = {}): Promise<WireAnswer> {
  const { method = 'GET', headers = {}, body, timeoutMs = 60_000, agent = sharedAgent } = request;
  const { hostname, port } = new URL(request.baseUrl ?? e2eEnvironment().baseUrl);
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const sent = httpRequest({
    hostname,
    port,
    path,
    method,
    agent,
    headers: { ...length, ...headers },
    signal: AbortSignal.timeout(timeoutMs),
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [
    AsyncIterable<Buffer> & { statusCode: number; headers: IncomingHttpHeaders },
  ];
  const { statusCode: status, headers: sentBack } = response;
  // Such an answer never ends by itself.
  if (sentBack['content-type']?.startsWith('text/event-stream')) {
    sent.destroy();
    return { status, headers: sentBack, text: '' };
  }
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status, headers: sentBack, text: Buffer.concat(chunks).toString() };
}

/** Bytes as they are, on a connection of their own; answers with everything that came back. */
export async function rawWire(text: string, baseUrl = e2eEnvironment().baseUrl): Promise<string> {
  const socket = connect(Number(new URL(baseUrl).port), '127.0.0.1');
  socket.setTimeout(5_000, () => socket.destroy());
  socket.on('error', () => undefined);
  socket.write(text, 'latin1');
  let answer = '';
  for await (const chunk of socket) {
    answer += (chunk as Buffer).toString('latin1');
    if (isWhole(answer)) break;
  }
  socket.destroy();
  return answer;
}

function isWhole(answer: string): boolean {
  const [head = '', body] = answer.split('\r\n\r\n', 2);
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  return body !== undefined && (length === undefined ? true : Buffer.byteLength(body) >= Number(length));
}

/** What no answer may show: where in the program or the database something went wrong. */
export const INTERNALS =
  /\bat [\w.<>$ ]+ \((?:\/|file:|node:)|node_modules|QueryFailedError|\bpg_[a-z]+|relation "|syntax error at|violates (?:unique|foreign|check|not-null)|SELECT .+ FROM |INSERT INTO |UPDATE .+ SET |\/src\/|\/dist\//;

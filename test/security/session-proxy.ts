import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { Api } from '../support/api';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Shorter than an access token lives. */
const TOKEN_MS = 240_000;

/**
 * Brings what a tool that only repeats requests does not know: a token that is still worth something, the version that the
 * record has by now, and a network address that has not used up its limits.
 */
export class SessionProxy {
  private readonly server: Server;
  private token = '';
  private renewAt = 0;

  constructor(
    private readonly target: string,
    private readonly signIn: () => Promise<string>,
  ) {
    this.server = createServer((incoming, outgoing) => {
      this.forward(incoming).then(
        ({ status, headers, body }) => outgoing.writeHead(status, headers).end(body),
        (error: unknown) => outgoing.destroy(error as Error),
      );
    });
  }

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }

  private async forward(incoming: IncomingMessage): Promise<Answer> {
    const { method = 'GET', url: path = '/', headers } = incoming;
    const body = await contentOf(incoming);
    const call = async (): Promise<Answer> => {
      const own = { authorization: `Bearer ${await this.accessToken()}`, 'x-forwarded-for': newAddress() };
      const version = method === 'GET' ? undefined : await this.versionAt(path, own);
      const known = { 'if-match': version ?? '"1"' };
      return this.send({ method, path, headers: { ...known, ...headers, ...own }, body });
    };
    const answer = await call();
    if (answer.status !== 401) return answer;
    // What was tried may have ended the session.
    this.renewAt = 0;
    return call();
  }

  /** Of the record that the path names or, where that is an action, belongs to. */
  private async versionAt(path: string, headers: IncomingHttpHeaders): Promise<string | undefined> {
    const [record = path] = path.split('?');
    for (const place of [record, record.slice(0, record.lastIndexOf('/'))]) {
      const answer = await this.send({ method: 'GET', path: place, headers, body: Buffer.alloc(0) });
      if (answer.headers.etag) return answer.headers.etag;
    }
    return undefined;
  }

  private async accessToken(): Promise<string> {
    if (Date.now() < this.renewAt) return this.token;
    this.renewAt = Date.now() + TOKEN_MS;
    // The old one stays where nobody can sign in any more: what comes behind the session is tried as far as that goes.
    this.token = await this.signIn().catch(() => this.token);
    return this.token;
  }

  private async send({ method, path, headers, body }: Call): Promise<Answer> {
    const { hostname, port, host } = new URL(this.target);
    const rest = { ...headers, host, connection: 'close', 'content-length': body.length };
    const outgoing = request({ hostname, port, method, path, headers: rest });
    outgoing.end(body);
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    const { statusCode: status = 0, headers: answered } = incoming;
    return { status, headers: answered, body: await contentOf(incoming) };
  }
}

const newAddress = (): string => Api.anonymous().address;

async function contentOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

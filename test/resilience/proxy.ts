import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  request as httpRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const PROBE_EVERY_MS = 100;

/**
 * A small load balancer as it stands in front of the program in production: asks each instance whether it is ready, and
 * hands a request on to the next one only where the first has not begun with it (refused the connection, or answered
 * 503). A request that broke in the middle is the client's loss.
 */
export class Proxy {
  private readonly ready = new Set<string>();
  private turn = 0;
  private stopped = false;

  private constructor(
    private instances: readonly string[],
    private readonly server: Server,
  ) {}

  static async start(instances: readonly string[]): Promise<Proxy> {
    const proxy = new Proxy(
      instances,
      createServer((request, response) => void proxy.handle(request, response)),
    );
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    void proxy.probe();
    while (proxy.ready.size < instances.length) await sleep(20);
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  replace(old: string, by: string): void {
    this.instances = this.instances.map((instance) => (instance === old ? by : instance));
  }

  async isReady(instance: string): Promise<void> {
    while (!this.ready.has(instance)) await sleep(20);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private async probe(): Promise<void> {
    while (!this.stopped) {
      for (const instance of this.instances) {
        const status = await fetch(`${instance}/health/ready`).then(
          (answer) => answer.status,
          () => 0,
        );
        if (status === 200) this.ready.add(instance);
        else this.ready.delete(instance);
      }
      await sleep(PROBE_EVERY_MS);
    }
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const order = this.roundRobin();
    for (const instance of order) {
      const isLast = instance === order.at(-1);
      try {
        const answer = await this.ask(instance, request, body);
        if (answer.statusCode === 503 && !isLast) {
          answer.resume();
          continue;
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== 'ECONNREFUSED' || isLast) break;
      }
    }
    response.writeHead(502).end();
  }

  private roundRobin(): string[] {
    const ready = this.instances.filter((instance) => this.ready.has(instance));
    const first = this.turn++ % Math.max(1, ready.length);
    return [...ready.slice(first), ...ready.slice(0, first)];
  }

  private async ask(instance: string, request: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    const { hostname, port } = new URL(instance);
    const { method, url: path, headers } = request;
    const sent = httpRequest({ hostname, port, method, path, headers, agent: false });
    sent.end(body);
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    return answer;
  }
}

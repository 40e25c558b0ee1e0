import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A fixed address for a database that comes back on another port, and a cable that can be pulled. */
export class Relay {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private port = 0;

  /** @param watch gets every connection of a client */
  constructor(
    private target: string,
    watch?: (client: Socket) => void,
  ) {
    this.server = createServer((incoming) => {
      watch?.(incoming);
      const outgoing = connect(Number(new URL(this.target).port), '127.0.0.1');
      for (const [from, to] of [
        [incoming, outgoing],
        [outgoing, incoming],
      ] as const) {
        this.sockets.add(from);
        // A statement sent in parts must not wait for the other side's acknowledgement.
        from.setNoDelay();
        from.pipe(to);
        from.on('error', () => undefined);
        from.on('close', () => {
          this.sockets.delete(from);
          to.destroy();
        });
      }
    });
  }

  /** The database's URL, by way of the relay. */
  get url(): string {
    const url = new URL(this.target);
    url.port = String(this.port);
    return url.href;
  }

  async connectTo(target: string): Promise<void> {
    this.target = target;
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async refuse(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}

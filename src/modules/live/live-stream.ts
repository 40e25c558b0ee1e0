import { Readable } from 'node:stream';
import type { Actor } from '../../platform/context/actor';
import type { Announcement } from './live-event';

/** When a client should come back after a connection broke. */
const RETRY_MS = 3_000;
/** Of what a client has not taken yet; events are tiny, so this one has stopped reading. */
const MOST_WAITING_BYTES = 64 * 1024;

/** One open connection that gets events as text/event-stream. */
export class LiveStream {
  readonly output = new Readable({ read: () => undefined });

  /** @param actor who opened it; what they may learn now is asked before each delivery */
  constructor(readonly actor: Actor) {
    // The first bytes send the headers on their way.
    this.output.push(`retry: ${RETRY_MS}\n\n`);
  }

  send({ eventId, event }: Announcement): void {
    this.write(`id: ${eventId}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  /** Proxies close connections on which nothing happens. */
  beat(): void {
    this.write(': still here\n\n');
  }

  /** In order: the client reads the end and comes back. */
  end(): void {
    if (!this.output.destroyed) this.output.push(null);
  }

  private write(text: string): void {
    if (this.output.destroyed || this.output.readableEnded) return;
    if (this.output.readableLength > MOST_WAITING_BYTES) this.output.destroy();
    else this.output.push(text);
  }
}

import { Readable } from 'node:stream';
import type { Actor } from '../../platform/context/actor';
import type { Announcement, LiveReset } from './live-event';

/** When a client should come back after a connection broke. */
const RETRY_MS = 3_000;
/** Of what a client has not taken yet; events are tiny, so this one has stopped reading. */
const MAX_WAITING_BYTES = 64 * 1024;

/** One open connection that gets events as text/event-stream. */
export class LiveStream {
  readonly output = new Readable({ read: () => undefined });
  /** The position in the history when it was opened: earlier events are sent from the history, if at all. */
  private from = 0;

  /** @param actor who opened it; what they may learn now is asked before each delivery */
  constructor(readonly actor: Actor) {}

  /**
   * The first bytes, which send the headers on their way.
   * @param mark what the client sends when it reconnects
   */
  begin(mark: string, from: number): void {
    this.from = from;
    this.write(`retry: ${RETRY_MS}\nid: ${mark}\n\n`);
  }

  /** What the client has missed cannot be told. */
  reset(): void {
    const reset: LiveReset = { type: 'reset', at: new Date().toISOString() };
    this.write(`event: reset\ndata: ${JSON.stringify(reset)}\n\n`);
  }

  /** Unless it was received before the stream was opened. */
  deliver(announcement: Announcement, position: number): void {
    if (position >= this.from) this.send(announcement);
  }

  send({ announcementId, event }: Announcement): void {
    this.write(`id: ${announcementId}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  /** Proxies close connections on which nothing happens. */
  sendHeartbeat(): void {
    this.write(': still here\n\n');
  }

  /** In order: the client reads the end and reconnects. */
  end(): void {
    if (!this.output.destroyed) this.output.push(null);
  }

  private write(text: string): void {
    if (this.output.destroyed || this.output.readableEnded) return;
    if (this.output.readableLength > MAX_WAITING_BYTES) this.output.destroy();
    else this.output.push(text);
  }
}

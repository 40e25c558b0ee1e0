import type { Api } from './api';
import { e2eEnvironment } from './environment';

export interface LiveEvent {
  readonly type: string;
  readonly id: string;
  readonly at: string;
}

const WITHIN_MS = 10_000;

/** A client of a stream of events, as a frontend has it. */
export class EventStream {
  readonly events: LiveEvent[] = [];
  /** Every byte that came. */
  raw = '';
  /** Comments, which keep the connection open. */
  heartbeats = 0;
  ended = false;
  /** Of the last block that had one: what a client names when it comes back. */
  lastEventId = '';
  /** How often it was told to read everything anew. */
  resets = 0;
  private changed: () => void = () => undefined;

  private constructor(
    readonly response: Response,
    private readonly abort: AbortController,
  ) {}

  /** Opens `/staff/events` or `/portal/events` for a caller, who may be one at another instance. */
  static async open(
    { identity, address }: Api,
    path: '/staff/events' | '/portal/events',
    baseUrl = e2eEnvironment().baseUrl,
    lastEventId?: string,
  ): Promise<EventStream> {
    const abort = new AbortController();
    const response = await fetch(`${baseUrl}/api/v1${path}`, {
      signal: abort.signal,
      headers: {
        ...identity,
        'x-forwarded-for': address,
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
      },
    });
    const stream = new EventStream(response, abort);
    if (response.status === 200) void stream.read();
    return stream;
  }

  /** Types of the events about an object, in their order. */
  about(id: string): string[] {
    return this.events.filter((event) => event.id === id).map(({ type }) => type);
  }

  /** Waits until something has come about. */
  async until(condition: () => boolean, withinMs = WITHIN_MS): Promise<void> {
    const deadline = Date.now() + withinMs;
    while (!condition()) {
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`It did not happen; events: ${JSON.stringify(this.events)}`);
      await Promise.race([
        new Promise<void>((resolve) => (this.changed = resolve)),
        new Promise((resolve) => setTimeout(resolve, left).unref()),
      ]);
    }
  }

  close(): void {
    this.abort.abort();
  }

  private async read(): Promise<void> {
    let rest = '';
    try {
      for await (const chunk of this.response.body!.pipeThrough(new TextDecoderStream())) {
        this.raw += chunk;
        const blocks = (rest + chunk).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
        this.changed();
      }
    } catch {
      // Cut off, or closed by the test.
    }
    this.ended = true;
    this.changed();
  }

  private take(block: string): void {
    if (block.startsWith(':')) this.heartbeats += 1;
    this.lastEventId = /^id: (.*)$/m.exec(block)?.[1] ?? this.lastEventId;
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (/^event: reset$/m.test(block)) this.resets += 1;
    else if (data) this.events.push(JSON.parse(data) as LiveEvent);
  }
}

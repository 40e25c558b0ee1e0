import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { wire } from '../support/wire';
import type { Scene } from './scene';

const SETTLED_WITHIN_MS = 60_000;
const PAUSE_MS = 50;
/** What a client sees that gets no answer. */
const NOTHING = 0;

interface LoadOptions {
  readonly workers?: number;
  /** Where to send; by default to the scene's program, whichever it is then. */
  readonly baseUrl?: () => string;
}

/** People who record tickets as fast as they can and try each again, under the same key, until it is acknowledged. */
export class Load {
  /** Ids by subject. */
  readonly acknowledged = new Map<string, string>();
  /** How often each status was seen; 0 is a connection that broke. */
  readonly statuses = new Map<number, number>();
  readonly durations: number[] = [];
  /** When the last ticket was acknowledged. */
  lastSuccess = 0;
  private readonly baseUrl: () => string;
  private readonly running: Promise<void>[];
  private stopping = false;
  private abandoned = false;
  private readonly name = randomUUID().slice(0, 8);
  private count = 0;

  static async start(scene: Scene, options: LoadOptions = {}): Promise<Load> {
    return new Load(scene, await scene.login(scene.contact), options);
  }

  private constructor(
    private readonly scene: Scene,
    public accessToken: string,
    { workers = 4, baseUrl }: LoadOptions,
  ) {
    this.baseUrl = baseUrl ?? (() => scene.program.baseUrl);
    scene.onClose(() => this.abandon());
    this.running = Array.from({ length: workers }, () => this.work());
  }

  /** Waits until so many more have been acknowledged. */
  async acknowledges(more: number): Promise<void> {
    const wanted = this.acknowledged.size + more;
    const deadline = Date.now() + SETTLED_WITHIN_MS;
    while (this.acknowledged.size < wanted) {
      if (Date.now() > deadline) throw new Error(`Nothing is acknowledged: ${this.otherThan(201).join()}.`);
      await sleep(10);
    }
  }

  /** Statuses beside those that are meant to occur. */
  otherThan(...expected: number[]): string[] {
    return [...this.statuses]
      .filter(([status]) => !expected.includes(status))
      .map(([status, times]) => `${times} times ${status === NOTHING ? 'no answer' : status}`);
  }

  /** Ends when everything that was begun is settled. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.running);
  }

  /** Where a test has failed, nobody waits for what is under way. */
  private abandon(): void {
    this.stopping = true;
    this.abandoned = true;
  }

  private async work(): Promise<void> {
    while (!this.stopping) await this.record(`Last ${this.name} ${++this.count}`);
  }

  private async record(subject: string): Promise<void> {
    const key = randomUUID();
    const deadline = Date.now() + SETTLED_WITHIN_MS;
    while (Date.now() < deadline && !this.abandoned) {
      const since = Date.now();
      const { status, text } = await this.send(subject, key);
      this.durations.push(Date.now() - since);
      this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
      if (status === 201) {
        this.acknowledged.set(subject, (JSON.parse(text) as { id: string }).id);
        this.lastSuccess = Date.now();
        return;
      }
      // Tokens live five minutes.
      if (status === 401) this.accessToken = await this.scene.login(this.scene.contact);
      await sleep(PAUSE_MS);
    }
  }

  private async send(subject: string, key: string): Promise<{ status: number; text: string }> {
    try {
      return await wire('/api/v1/portal/tickets', {
        baseUrl: this.baseUrl(),
        method: 'POST',
        headers: {
          authorization: `Bearer ${this.accessToken}`,
          'content-type': 'application/json',
          'idempotency-key': key,
        },
        body: JSON.stringify({ subject, description: 'Unter Last geschrieben.' }),
        timeoutMs: 30_000,
      });
    } catch {
      return { status: NOTHING, text: '' };
    }
  }
}

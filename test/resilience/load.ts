import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { wire } from '../support/wire';
import type { Scene } from './scene';
import { PRICE_CENTS } from './tenant';

const SETTLED_WITHIN_MS = 60_000;
const PAUSE_MS = 50;
/** The request before is still at work. */
const KEY_IN_USE = 'idempotency-key.in-use';
/** What a client sees that gets no answer. */
const NOTHING = 0;

interface LoadOptions {
  readonly workers?: number;
  /** Where to send; by default to the scene's program, whichever it is then. */
  readonly baseUrl?: () => string;
}

interface Wish {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: object;
}

/**
 * People who record tickets as fast as they can, one of them orders, and try each again, under the same key, until it is
 * acknowledged.
 */
export class Load {
  /** Ids by subject. */
  readonly acknowledged = new Map<string, string>();
  /** Ids by reference. */
  readonly acknowledgedOrders = new Map<string, string>();
  /** What nobody would try again: a repetition must never hear that, either. */
  readonly refused: string[] = [];
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
    this.running = Array.from({ length: workers }, (_, i) =>
      this.work(i === 0 ? (n) => this.order(n) : (n) => this.record(n)),
    );
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

  private async work(once: (number: number) => Promise<void>): Promise<void> {
    while (!this.stopping) await once(++this.count);
  }

  private async record(number: number): Promise<void> {
    const subject = `Last ${this.name} ${number}`;
    const body = { subject, description: 'Unter Last geschrieben.' };
    const text = await this.insist({ method: 'POST', path: 'tickets', body }, 201);
    if (text === undefined) return;
    this.acknowledged.set(subject, idIn(text));
    this.lastSuccess = Date.now();
  }

  /** Articles take turns: what is left in the cart of one order is too much for the next. */
  private async order(number: number): Promise<void> {
    const { articles } = this.scene;
    const line = `online-shop/cart/items/${articles[this.acknowledgedOrders.size % articles.length] ?? ''}`;
    const cart = await this.insist({ method: 'PUT', path: line, body: { quantity: 1 } }, 200);
    if (cart === undefined) return;
    const { version: cartVersion } = JSON.parse(cart) as { version: string };
    const reference = `Last ${this.name} ${number}`;
    const body = { mode: 'ORDER', cartVersion, expectedTotalNetCents: PRICE_CENTS, reference };
    const text = await this.insist({ method: 'POST', path: 'online-shop/submissions', body }, 201);
    if (text !== undefined) this.acknowledgedOrders.set(reference, idIn(text));
  }

  /** The answer, once there is the one that was wanted. */
  private async insist(wish: Wish, wanted: number): Promise<string | undefined> {
    const key = randomUUID();
    const deadline = Date.now() + SETTLED_WITHIN_MS;
    while (Date.now() < deadline && !this.abandoned) {
      const since = Date.now();
      const { status, text } = await this.send(wish, key);
      this.durations.push(Date.now() - since);
      // Filling a cart is no news.
      if (status !== 200) this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
      if (status === wanted) return text;
      if (status >= 400 && status < 500 && status !== 401 && !text.includes(KEY_IN_USE)) {
        this.refused.push(`${wish.path}: ${status} ${text}`);
        return undefined;
      }
      // Tokens live five minutes.
      if (status === 401) this.accessToken = await this.scene.login(this.scene.contact);
      await sleep(PAUSE_MS);
    }
    this.refused.push(`${wish.path}: given up`);
    return undefined;
  }

  private async send({ method, path, body }: Wish, key: string): Promise<{ status: number; text: string }> {
    try {
      return await wire(`/api/v1/portal/${path}`, {
        baseUrl: this.baseUrl(),
        method,
        headers: {
          authorization: `Bearer ${this.accessToken}`,
          'content-type': 'application/json',
          ...(method === 'POST' && { 'idempotency-key': key }),
        },
        body: JSON.stringify(body),
        timeoutMs: 30_000,
      });
    } catch {
      return { status: NOTHING, text: '' };
    }
  }
}

function idIn(text: string): string {
  return (JSON.parse(text) as { id: string }).id;
}

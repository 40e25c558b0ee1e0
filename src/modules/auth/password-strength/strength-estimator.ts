import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { busy } from '../auth.errors';
import type { Strength } from './password-strength';

export interface StrengthQuestion {
  readonly id: number;
  readonly password: string;
  readonly words: readonly string[];
}

interface StrengthAnswer {
  readonly id: number;
  readonly strength: Strength;
}

interface Waiting {
  readonly resolve: (strength: Strength) => void;
  readonly reject: (error: Error) => void;
}

/** Each takes some hundredths of a second. */
const WAITING = 30;

/**
 * Estimates the strength of passwords in a worker thread: loading the dictionaries takes a second and an estimate up to a
 * tenth, which would block the event loop. The thread starts with the first password; most processes never need it.
 */
@Injectable()
export class StrengthEstimator {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  /**
   * @param words of the context, lower case, the longest first
   * @throws busy
   */
  strengthOf(password: string, words: readonly string[]): Promise<Strength> {
    if (this.waiting.size >= WAITING) throw busy({ retryAfter: 1 });
    this.worker ??= this.start();
    const id = ++this.last;
    const { worker } = this;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, password, words } satisfies StrengthQuestion);
    });
  }

  private start(): Worker {
    const worker = new Worker(join(__dirname, 'strength-worker.js'));
    // A program that ends does not wait for it.
    worker.unref();
    worker.on('message', ({ id, strength }: StrengthAnswer) => {
      this.waiting.get(id)?.resolve(strength);
      this.waiting.delete(id);
    });
    worker.on('error', (error) => this.giveUp(error));
    worker.on('exit', () => this.giveUp(new Error('The worker thread that estimates passwords has ended.')));
    return worker;
  }

  /** Those who wait are told; the next password starts a new thread. */
  private giveUp(error: Error): void {
    this.worker = undefined;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** The proxy has stopped routing requests here when none has arrived for so long. */
const NO_ARRIVALS_MS = 200;
const POLL_MS = 20;

/** Whether the program is about to end, and what it still has to answer. */
@Injectable()
export class ShutdownState {
  private underWay = 0;
  private stopping = false;
  private lastArrival = -Infinity;
  private onIdle?: () => void;
  private readonly endings: (() => void)[] = [];

  get isStopping(): boolean {
    return this.stopping;
  }

  get requestsUnderWay(): number {
    return this.underWay;
  }

  requestStarted(): void {
    this.underWay += 1;
  }

  requestFinished(): void {
    this.underWay -= 1;
    if (this.underWay === 0) this.onIdle?.();
  }

  /** A request has arrived that is no health check. */
  arrived(): void {
    this.lastArrival = performance.now();
  }

  /** Resolves when no more requests arrive. */
  async waitUntilNoArrivals(): Promise<void> {
    while (performance.now() - this.lastArrival < NO_ARRIVALS_MS) await sleep(POLL_MS);
  }

  /** For answers that have no end of their own: they are ended first. */
  whenStopping(end: () => void): void {
    this.endings.push(end);
  }

  /** From now on new requests are refused; resolves when those under way are answered. */
  begin(): Promise<void> {
    this.stopping = true;
    for (const end of this.endings) end();
    return new Promise((resolve) => {
      if (this.underWay === 0) resolve();
      else this.onIdle = resolve;
    });
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** Nobody is on the way any more where nobody has come for so long. */
const QUIET_MS = 200;
const LOOK_EVERY_MS = 20;

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

  /** Somebody has come who was not only asking how the program is. */
  arrived(): void {
    this.lastArrival = performance.now();
  }

  /** Resolves when nobody comes any more. */
  async quiet(): Promise<void> {
    while (performance.now() - this.lastArrival < QUIET_MS) await sleep(LOOK_EVERY_MS);
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

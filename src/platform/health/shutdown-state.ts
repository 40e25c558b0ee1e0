import { Injectable } from '@nestjs/common';

/** Whether the program is about to end, and what it still has to answer. */
@Injectable()
export class ShutdownState {
  private underWay = 0;
  private stopping = false;
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

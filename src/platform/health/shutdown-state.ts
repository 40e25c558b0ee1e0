import { Injectable } from '@nestjs/common';

/** Whether the program is about to end, and what it still has to answer. */
@Injectable()
export class ShutdownState {
  private underWay = 0;
  private stopping = false;
  private onIdle?: () => void;

  get isStopping(): boolean {
    return this.stopping;
  }

  requestStarted(): void {
    this.underWay += 1;
  }

  requestFinished(): void {
    this.underWay -= 1;
    if (this.underWay === 0) this.onIdle?.();
  }

  /** From now on new requests are refused; resolves when those under way are answered. */
  begin(): Promise<void> {
    this.stopping = true;
    return new Promise((resolve) => {
      if (this.underWay === 0) resolve();
      else this.onIdle = resolve;
    });
  }
}

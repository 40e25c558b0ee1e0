import { setImmediate } from 'node:timers/promises';
import type { RunnerOptions, WorkerEvents } from 'graphile-worker';

/** So long jobs may wait for others to be announced or fetched together with. */
export const RUSH_MS = 50;

/** What the job library's queue of fetched jobs keeps to itself. */
interface LocalQueue {
  readonly mode: string;
  /** Jobs it was told of since it last began to fetch. */
  readonly refetchDelayCounter: number;
  /** Whether to fetch when the pause after the last time is over. */
  refetchDelayFetchOnComplete: boolean;
  /** It does not end before this has. */
  background(work: Promise<void>): void;
}

/**
 * Has a rush of new jobs fetched in few statements, with pauses in between, and a single one at once; mends what the job
 * library (0.17) forgets there.
 */
export class FetchingAhead {
  readonly preset: RunnerOptions['preset'];
  private readonly queues: LocalQueue[] = [];

  constructor(events: WorkerEvents, concurrency: number) {
    this.preset = {
      worker: {
        localQueue: {
          size: concurrency + 1,
          refetchDelay: { durationMs: RUSH_MS, threshold: concurrency, maxAbortThreshold: Infinity },
        },
      },
    };
    events.on('localQueue:init', ({ localQueue }) => this.queues.push(localQueue as unknown as LocalQueue));
    // Jobs it is told of in a pause would have to wait until it looks around by itself.
    events.on('localQueue:refetchDelay:expired', ({ localQueue }) => {
      const queue = localQueue as unknown as LocalQueue;
      if (queue.refetchDelayCounter > 0) queue.refetchDelayFetchOnComplete = true;
    });
  }

  /**
   * To be called just before the library is told to stop. It gives back jobs that were not begun, but takes its queue for
   * ended before it has: they would stay locked, and its connections open. With something else under way it waits for both.
   */
  letGo(): void {
    for (const queue of this.queues) if (queue.mode !== 'RELEASED') queue.background(setImmediate());
  }
}

import { setTimeout as sleep } from 'node:timers/promises';

/** The result, or nothing where it failed or took longer. The work itself goes on: nothing can call a query back. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  const timer = new AbortController();
  try {
    return await Promise.race([
      work.catch(() => undefined),
      sleep(milliseconds, undefined, { signal: timer.signal }),
    ]);
  } finally {
    timer.abort();
  }
}

import { setTimeout as sleep } from 'node:timers/promises';

/** SQL states of a lost connection, a server that stops, begins or has no room; system errors. */
const AWAY = /^(?:08|53|57P)|^E[A-Z_]+$/;
/** How the driver says it without a code. */
const AWAY_TEXT = /connection terminated|not queryable|when trying to connect|timeout expired/i;

const PAUSE_MS = 500;
const MAX_WAIT_MS = 30_000;

/** Whether an error says that the database could not be reached, so that a later try may succeed. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, message } = error as Error & { code?: string };
  return code === undefined ? AWAY_TEXT.test(message) : AWAY.test(code);
}

/**
 * Does what a start needs the database for, again and again while it is away: it may be starting, too, or be busy.
 * @param say is told once that it takes longer
 * @param maxWaitMs after which it gives up
 */
export async function whenReachable<T>(
  work: () => Promise<T>,
  say: (text: string) => void,
  maxWaitMs = MAX_WAIT_MS,
): Promise<T> {
  const deadline = Date.now() + maxWaitMs;
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error) || Date.now() > deadline) throw error;
      if (tries === 1) say(`The database does not answer (${reasonOf(error)}); trying again for a while.`);
      await sleep(PAUSE_MS);
    }
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as Error & { code?: string };
  return code ?? message;
}

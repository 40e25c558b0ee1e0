import { e2eEnvironment } from './environment';
import { freePort, preloading } from './stack';

/** Something that held the event loop of the program: a computation, not a wait for others on the machine. */
export interface Hold {
  readonly endedAt: number;
  readonly ms: number;
}

/** Settings with which the program is watched, see event-loop-probe.cjs. */
export async function watchingEventLoop(): Promise<Readonly<Record<string, string>>> {
  return { ...preloading('event-loop-probe.cjs'), EVENT_LOOP_PROBE: String(await freePort()) };
}

/** What held the event loop since it was asked last. */
export async function holdsSoFar(): Promise<Hold[]> {
  const { eventLoopProbe } = e2eEnvironment();
  if (!eventLoopProbe) throw new Error('The event loop of this program is not watched.');
  const answer = await fetch(eventLoopProbe);
  return (await answer.json()) as Hold[];
}

/** How long the work holds the event loop at least: the longest hold in each of some runs, and of these the shortest. */
export async function holdOf(work: () => Promise<unknown>, runs = 3): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < runs && least > 0; run++) {
    await holdsSoFar();
    await work();
    const holds = await holdsSoFar();
    least = Math.min(least, Math.max(0, ...holds.map(({ ms }) => ms)));
  }
  return least;
}

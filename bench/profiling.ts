import type { Load } from './load';
import { inTurns } from './load';
import type { Operation } from './operations';
import type { Server } from './servers';

/** Loads the program alone, started anew for each operation: each has a profile of its own, for a browser's tools. */
export async function profile(
  folder: string,
  { operations, ...load }: Load & { readonly operations: readonly Operation[] },
  start: () => Promise<Server>,
): Promise<void> {
  for (const operation of operations) {
    const portal = await start();
    const { portal: results } = await inTurns({ portal }, operation, load);
    await portal.stop();
    const perSecond = results.rounds.map((figures) => figures.perSecond).join(', ');
    console.log(`${operation.name}: ${perSecond}/s; portal-${portal.process.pid}.cpuprofile in ${folder}.`);
  }
}

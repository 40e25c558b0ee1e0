import { once } from 'node:events';
import { measured } from '../support/figures';
import { inForm } from '../support/form';
import type { Program } from '../support/stack';
import { settle } from './ledger';
import { Load } from './load';
import { Proxy } from './proxy';
import { Scene } from './scene';

const DEPLOYS = inForm({ short: 2, long: 50 });

/** Two instances behind a proxy; one after the other is told to end and replaced. */
describe('A deploy', () => {
  jest.setTimeout(inForm({ short: 180_000, long: 60 * 60_000 }));

  it('goes unnoticed by clients', async () => {
    const scene = await Scene.open();
    let other: Program | undefined;
    let proxy: Proxy | undefined;
    try {
      other = await scene.start();
      const front = (proxy = await Proxy.start([scene.program.baseUrl, other.baseUrl]));
      const load = await Load.start(scene, { workers: 6, baseUrl: () => front.url });
      const exits: number[] = [];
      let slowest = 0;
      for (let deploy = 0; deploy < DEPLOYS; deploy++) {
        await load.acknowledges(30);
        const old = scene.program;
        const since = Date.now();
        const exit = once(old.child, 'exit') as Promise<[number]>;
        old.child.kill('SIGTERM');
        exits.push((await exit)[0]);
        slowest = Math.max(slowest, Date.now() - since);
        scene.program = other;
        other = await scene.start();
        front.replace(old.baseUrl, other.baseUrl);
        await front.isReady(other.baseUrl);
      }
      await load.acknowledges(30);
      await settle(scene, load, `deploy, ${DEPLOYS} times`);
      const odd = load.otherThan(201, 401);
      const total = [...load.statuses.values()].reduce((sum, times) => sum + times, 0);
      measured('deploy: failed requests', '0', odd.join() || `0 of ${total}`, odd);
      measured('deploy: time to end after SIGTERM', 'within 10 s', `${slowest} ms`, slowest < 10_000);
      expect(exits).toEqual(exits.map(() => 0));
    } finally {
      await proxy?.stop();
      await other?.stop();
      await scene.close();
    }
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { measured } from '../support/figures';
import { inForm } from '../support/form';
import { wire } from '../support/wire';
import { settle } from './ledger';
import { Load } from './load';
import { Scene } from './scene';

const KILLS = inForm({ short: 20, long: 500 });
const CRASHES = inForm({ short: 2, long: 50 });
const LOCKED_MS = inForm({ short: 1_500, long: 20_000 });
/** On a machine that is busy with other things a start takes longer. */
const HEALTHY_WITHIN_MS = inForm({ short: 20_000, long: 5_000 });
const HEALTHY = `within ${HEALTHY_WITHIN_MS / 1000} s`;

/** Faults of the machine, the database and the mail server, under load. */
describe('Under load', () => {
  jest.setTimeout(inForm({ short: 300_000, long: 4 * 60 * 60_000 }));
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.open();
  }, 120_000);

  afterAll(() => scene.close());

  it(`is killed ${KILLS} times`, async () => {
    const load = await Load.start(scene);
    let slowest = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      await load.acknowledges(1 + Math.floor(Math.random() * 20));
      slowest = Math.max(slowest, await scene.killAndRestart());
    }
    await load.acknowledges(10);
    await settle(scene, load, `kill -9, ${KILLS} times`, KILLS);
    const odd = load.otherThan(201, 401, 409, 503, 0);
    measured('kill -9: answers that are no 201, 409 or 503', '0', odd.length, odd);
    measured('kill -9: ready again', HEALTHY, `${slowest} ms`, slowest < HEALTHY_WITHIN_MS);
  });

  it('loses its database', async () => {
    const load = await Load.start(scene);
    let slowest = 0;
    for (let crash = 0; crash < CRASHES; crash++) {
      await load.acknowledges(20);
      await scene.crashPostgres();
      const { baseUrl } = scene.program;
      await sleep(300);
      const live = await wire('/health/live', { baseUrl });
      const ready = await wire('/health/ready', { baseUrl });
      expect([live.status, ready.status]).toEqual([200, 503]);
      await scene.restorePostgres();
      const since = Date.now();
      await load.acknowledges(1);
      slowest = Math.max(slowest, Date.now() - since);
    }
    await load.acknowledges(10);
    // The note that a mail has left may be lost with the database: each of the four workers then sends its mail again.
    await settle(scene, load, `PostgreSQL restarted at once, ${CRASHES} times`, 4 * CRASHES);
    const odd = load.otherThan(201, 401, 503);
    measured('database away: answers other than 503', '0', odd.join() || 0, odd);
    measured(
      'database back: first ticket acknowledged',
      HEALTHY,
      `${slowest} ms`,
      slowest < HEALTHY_WITHIN_MS,
    );
    expect(scene.program.child.exitCode).toBeNull();
  });

  it('loses its mail server', async () => {
    const load = await Load.start(scene);
    scene.mail.delayMs = 500;
    await load.acknowledges(20);
    await scene.mail.stop();
    await load.acknowledges(40);
    const odd = load.otherThan(201);
    measured('mail server slow, then away: failed requests', '0', odd.join() || 0, odd);
    scene.mail.delayMs = 0;
    await scene.mail.resume();
    await settle(scene, load, 'mail server slow, away, back');
  });

  it('waits for a table that is locked', async () => {
    const load = await Load.start(scene);
    await load.acknowledges(10);
    const lock = await scene.connect();
    await lock.query('BEGIN; LOCK TABLE tickets IN ACCESS EXCLUSIVE MODE');
    const others: number[] = [];
    const until = Date.now() + LOCKED_MS;
    const token = await scene.login(scene.contact);
    while (Date.now() < until) {
      const { status } = await wire('/api/v1/auth/me', {
        baseUrl: scene.program.baseUrl,
        headers: { authorization: `Bearer ${token}` },
      });
      others.push(status);
      await sleep(50);
    }
    await lock.end();
    await load.acknowledges(10);
    const failed = others.filter((status) => status !== 200).length;
    measured('a table locked: other requests that fail', '0', `${failed} of ${others.length}`, failed === 0);
    await settle(scene, load, 'a table locked');
    const odd = load.otherThan(201, 401, 503);
    measured('a table locked: answers other than 201 and 503', '0', odd.length, odd);
  });
});

describe('With two connections', () => {
  it('refuses in time what finds none', async () => {
    const scene = await Scene.open({ DATABASE_POOL_SIZE: '2' });
    try {
      const load = await Load.start(scene, { workers: 12 });
      await load.acknowledges(30);
      const lock = await scene.connect();
      await lock.query('BEGIN; LOCK TABLE tickets IN ACCESS EXCLUSIVE MODE');
      await sleep(3_500);
      await lock.end();
      await load.acknowledges(10);
      await settle(scene, load, 'pool exhausted');
      const refused = load.statuses.get(503) ?? 0;
      const odd = load.otherThan(201, 503);
      measured(
        'pool exhausted: answers',
        '201 or 503',
        odd.join() || `${refused} times 503`,
        refused > 0 ? odd : ['none'],
      );
    } finally {
      await scene.close();
    }
  }, 120_000);
});

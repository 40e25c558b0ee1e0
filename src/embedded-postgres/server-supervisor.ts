import { setTimeout as sleep } from 'node:timers/promises';
import { handOver } from './account';
import { claimCluster } from './claim';
import type { Cluster } from './cluster';
import type { Launcher } from './launcher';
import { Server } from './server';

const FIRST_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 30_000;

/** Keeps the server of a cluster running until `stop`: after an unexpected exit it is restarted at the same address. */
export class ServerSupervisor {
  private running?: Server;
  private restart?: Promise<void>;
  private readonly stopping = new AbortController();

  constructor(
    private readonly cluster: Cluster,
    private readonly launcher: Launcher,
    private readonly say: (message: string) => void,
  ) {}

  /** @throws where it has not been started yet */
  get server(): Server {
    if (!this.running) throw new Error('The server has not been started.');
    return this.running;
  }

  /** @throws EmbeddedPostgresError */
  async start(): Promise<void> {
    const lock = await claimCluster(this.cluster, this.say);
    try {
      handOver(this.cluster.folder, this.launcher.account);
      this.running = await Server.start(this.cluster, this.launcher, lock, this.running?.port);
    } finally {
      lock.release();
    }
    this.running.onUnexpectedExit(() => {
      this.say(`PostgreSQL ended unexpectedly and is started again. Its log is in ${this.cluster.logs}.`);
      this.restart = this.startAgain();
    });
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.restart;
    await this.running?.stop();
  }

  private async startAgain(): Promise<void> {
    const { signal } = this.stopping;
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(2 * pause, MAX_PAUSE_MS)) {
      try {
        await this.start();
        this.say('PostgreSQL is ready again.');
        return;
      } catch (error) {
        this.say(`PostgreSQL could not be started again: ${(error as Error).message}`);
        await sleep(pause, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  }
}

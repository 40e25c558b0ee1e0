import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import type { Config } from '../config/config';
import type { EmbeddedPostgres } from '../embedded-postgres';
import type { PortalLogger } from '../platform/logging/logger';
import { answerMetricsRequests } from '../metrics/process-metrics';
import { stopOnSignals } from './signals';

/** A process that dies at once whenever it is started must not keep the machine busy. */
const RESTART_AFTER_MS = 1_000;

/**
 * Starts the processes that serve the port and replaces each that dies. They share nothing but the database, so none of
 * them is special, and a caller may reach another one with every request.
 */
export async function superviseProcesses(
  config: Config,
  embedded: EmbeddedPostgres | undefined,
  logger: PortalLogger,
): Promise<void> {
  // The processes accept connections themselves: handed out from here, one that is handed to a process in the moment of
  // its death would never be answered.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  let stopping = false;
  const start = (): Worker => {
    const { url, replicaUrl, directUrl } = config.database;
    const worker = cluster.fork({
      DATABASE_URL: url,
      // They have nothing to do with the owner, and inherit nothing of its login.
      DATABASE_OWNER_URL: url,
      DATABASE_REPLICA_URL: replicaUrl ?? '',
      DATABASE_DIRECT_URL: directUrl ?? '',
      DEMO_DATA: config.demoData ? 'on' : 'off',
    });
    worker.on('exit', (code, signal) => {
      if (stopping) return;
      logger.error(`A process ended unexpectedly (${signal || code}); starting another one.`);
      setTimeout(() => !stopping && start(), RESTART_AFTER_MS);
    });
    return worker;
  };
  stopOnSignals(async () => {
    stopping = true;
    const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
    const ended = workers.map((worker) => once(worker, 'exit'));
    for (const worker of workers) worker.process.kill('SIGTERM');
    await Promise.all(ended);
    await embedded?.stop();
  }, logger);
  answerMetricsRequests();

  // The first one loads the demo data alone; who cannot start need not be tried again.
  const [outcome] = await Promise.race([
    once(start(), 'listening').then(() => ['listening'] as const),
    once(cluster, 'exit').then(() => ['exit'] as const),
  ]);
  if (outcome === 'exit') {
    await embedded?.stop();
    process.exit(1);
  }
  const others = Array.from({ length: config.processes - 1 }, start);
  await Promise.all(others.map((worker) => once(worker, 'listening')));
}

import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { within } from '../platform/within';
import type { EmbeddedPostgres } from '../embedded-postgres';
import { WorkerService } from '../platform/events/worker.service';
import { ShutdownState } from '../platform/http/shutdown-state';

/** Part of the time to exit for requests and jobs under way; the rest for closing connections and the embedded database. */
const DRAIN_WITHIN_MS = 5_500;
/** For requests that a proxy still routes here. */
const NO_ARRIVALS_WITHIN_MS = 1_000;
const CLOSE_WITHIN_MS = 1_500;

/** Finishes what is under way, then closes everything. */
export async function stopServing(
  app: NestFastifyApplication,
  embedded: EmbeddedPostgres | undefined,
): Promise<void> {
  const [state, worker] = [app.get(ShutdownState), app.get(WorkerService)];
  const drained = Promise.all([state.begin(), worker.stop()]).then(() => true);
  if (!(await within(DRAIN_WITHIN_MS, drained))) {
    const left = { requests: state.requestsUnderWay, jobs: worker.jobsUnderWay };
    new Logger('Shutdown').warn({ msg: 'Not everything under way was finished.', ...left });
  }
  // Requests that a proxy routes here before it notices the shutdown get a 503; closing the listener would reset their connections.
  await within(NO_ARRIVALS_WITHIN_MS, state.waitUntilNoArrivals());
  // A client that never closes its connection must not keep the database from being closed.
  await within(CLOSE_WITHIN_MS, app.close());
  await embedded?.stop();
}

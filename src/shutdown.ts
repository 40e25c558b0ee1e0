import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { within } from './platform/database/within';
import type { EmbeddedPostgres } from './platform/embedded-postgres';
import { WorkerService } from './platform/events/worker.service';
import { ShutdownState } from './platform/http/shutdown-state';
import type { PortalLogger } from './platform/logging/logger';

const EXIT_WITHIN_MS = 9_000;
/** Part of it for requests and jobs under way; the rest for closing connections and the embedded database. */
const DRAIN_WITHIN_MS = 5_500;
/** And for those who are still sent here. */
const QUIET_WITHIN_MS = 1_000;
const CLOSE_WITHIN_MS = 1_500;
/** npm passes on the Ctrl-C that the terminal has already sent to us: that is no second signal. */
const ECHO_MS = 500;

/** Ends the program in order on the first signal and at once on the second. */
export function stopOnSignals(stop: () => Promise<void>, logger: PortalLogger): void {
  let since: number | undefined;
  const onSignal = (): void => {
    if (since !== undefined) {
      if (Date.now() - since > ECHO_MS) process.exit(1);
      return;
    }
    since = Date.now();
    setTimeout(() => process.exit(0), EXIT_WITHIN_MS);
    stop()
      .catch((error: unknown) => logger.error(error))
      .finally(() => process.exit(0));
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

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
  // Whom a proxy sends before it has seen that the program ends is told so; a listener that closes would break them off.
  await within(QUIET_WITHIN_MS, state.quiet());
  // Who holds a connection for ever must not keep the database from being closed.
  await within(CLOSE_WITHIN_MS, app.close());
  await embedded?.stop();
}

/** Node would print such an error with all its members, among them the parameters of statements. */
export function exitOnUnexpectedErrors(logger: PortalLogger): void {
  process.on('uncaughtException', (error) => {
    logger.fatal(error);
    process.exit(1);
  });
}

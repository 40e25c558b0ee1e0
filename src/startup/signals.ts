import type { PortalLogger } from '../platform/logging/logger';

const EXIT_WITHIN_MS = 9_000;
/** npm forwards the Ctrl-C that the terminal has sent to the whole group already: that is no second signal. */
const DUPLICATE_SIGNAL_MS = 500;

/** Ends the program in order on the first signal and at once on the second. */
export function stopOnSignals(stop: () => Promise<void>, logger: PortalLogger): void {
  let since: number | undefined;
  const onSignal = (): void => {
    if (since !== undefined) {
      if (Date.now() - since > DUPLICATE_SIGNAL_MS) process.exit(1);
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

/** Node would print such an error with all its members, among them the parameters of statements. */
export function exitOnUnexpectedErrors(logger: PortalLogger): void {
  process.on('uncaughtException', (error) => {
    logger.fatal(error);
    process.exit(1);
  });
}

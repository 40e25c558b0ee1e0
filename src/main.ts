import cluster from 'node:cluster';
import { loadConfig } from './config/config';
import { banner } from './demo/banner';
import { PortalLogger } from './platform/logging/logger';
import { explainFailure } from './startup/failure';
import { assertAddressFree } from './startup/free-address';
import { exitOnUnexpectedErrors } from './startup/signals';

/** Loads each part when it is needed: the application is two thousand files, and who set a wrong PORT hears of it before. */
async function main(): Promise<void> {
  const settings = loadConfig();
  const logger = new PortalLogger(settings);
  const say = (text: string): void =>
    settings.environment === 'production' ? logger.log(text) : console.log(text);
  exitOnUnexpectedErrors(logger);

  // The supervisor has prepared the database before it starts the others.
  if (cluster.isWorker) {
    const { serve } = await import('./serving/serve.js');
    return serve(settings, undefined, logger, () => undefined);
  }
  const { prepareDatabase } = await import('./startup/prepare-database.js');
  const { config, embedded } = await prepareDatabase(settings, say);
  await assertAddressFree(config);
  if (config.processes > 1) {
    const { superviseProcesses } = await import('./startup/processes.js');
    await superviseProcesses(config, embedded, logger);
  } else {
    const { serve } = await import('./serving/serve.js');
    await serve(config, embedded, logger, say);
  }
  say(banner(config));
}

main().catch((error: unknown) => {
  console.error(explainFailure(error));
  process.exit(1);
});

import { loadConfig } from '../config/config';
import { joinEmbeddedPostgres } from '../embedded-postgres';
import { prepareDatabase } from '../startup/prepare-database';
import { explain } from './explain';
import { commandLine } from './usage';

/** Somebody sits at the terminal and waits. */
const MAX_WAIT_MS = 3_000;

async function main(): Promise<void> {
  const { name, options } = commandLine();
  const { config, embedded } = await prepareDatabase(
    loadConfig(),
    () => undefined,
    joinEmbeddedPostgres,
    MAX_WAIT_MS,
  );
  try {
    // The application takes seconds to load: only who gets here waits for it.
    const { runCommand } = await import('./run-command.js');
    await runCommand(name, options, config);
  } finally {
    await embedded?.stop();
  }
}

main().catch((error: unknown) => {
  console.error(explain(error));
  // Nothing is waited for: connections to a database that is away may take for ever to close.
  process.exit(1);
});

import { loadConfig } from '../config/config';
import { DomainError, textOf } from '../platform/errors';
import { joinEmbeddedPostgres } from '../platform/embedded-postgres';
import { explainFailure } from '../startup/failure';
import { prepareDatabase } from '../startup/prepare-database';
import { commandLine } from './usage';

/** Somebody sits at the terminal and waits. */
const PATIENCE_MS = 3_000;

async function main(): Promise<void> {
  const { name, options } = commandLine();
  const { config, embedded } = await prepareDatabase(
    loadConfig(),
    () => undefined,
    joinEmbeddedPostgres,
    PATIENCE_MS,
  );
  try {
    // The application takes seconds to load: only who gets here waits for it.
    const { runCommand } = await import('./run-command.js');
    await runCommand(name, options, config);
  } finally {
    await embedded?.stop();
  }
}

/** For the operator: where a command went wrong, stack traces are of no use. */
function explain(error: unknown): string {
  if (error instanceof DomainError) {
    const { texts, details } = error;
    const fields = details.fields?.map(
      (field) => `--${field.pointer.slice(1)}: ${textOf(field.texts, 'en')}`,
    );
    return fields?.join('\n') ?? textOf(texts, 'en', details.values);
  }
  const failure = explainFailure(error);
  if (typeof failure === 'string') return failure;
  const { message } = failure instanceof Error ? failure : { message: String(failure) };
  return `The command failed: ${message.split('\n', 1)[0]}`;
}

main().catch((error: unknown) => {
  console.error(explain(error));
  // Nothing is waited for: connections to a database that is away may take for ever to close.
  process.exit(1);
});

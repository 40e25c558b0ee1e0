import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module';
import { ConfigError, loadConfig } from '../config/config';
import { DomainError, textOf } from '../platform/errors';
import { joinEmbeddedPostgres } from '../platform/embedded-postgres';
import { prepareDatabase } from '../startup';
import { explainFailure } from '../startup-failure';
import { COMMANDS, OPTIONS, type Options, USAGE } from './commands';

/** Somebody sits at the terminal and waits. */
const PATIENCE_MS = 3_000;

async function main(): Promise<void> {
  const { values, positionals } = commandLine();
  const run = COMMANDS[positionals[0] ?? ''];
  if (!run) throw new ConfigError(USAGE);
  const { config, embedded } = await prepareDatabase(
    loadConfig(),
    () => undefined,
    joinEmbeddedPostgres,
    PATIENCE_MS,
  );
  try {
    // What goes wrong is said below, once and in one line.
    const app = await NestFactory.createApplicationContext(AppModule.with(config), {
      logger: false,
      abortOnError: false,
    });
    await run(app, values);
    await app.close();
  } finally {
    await embedded?.stop();
  }
}

/** @throws ConfigError that says how to call the program */
function commandLine(): { values: Options; positionals: string[] } {
  const options = Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' } as const]));
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch (error) {
    throw new ConfigError(`${(error as Error).message}\n${USAGE}`);
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

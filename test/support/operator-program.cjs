// The program's own commands, in one process that stays: a start for each tenant would cost suites more than all the rest.
require('reflect-metadata');
const { AsyncLocalStorage } = require('node:async_hooks');
const { NestFactory } = require('@nestjs/core');
const { AppModule } = require('../../dist/src/app.module');
const { COMMANDS } = require('../../dist/src/cli/commands');
const { explain } = require('../../dist/src/cli/explain');
const { loadConfig } = require('../../dist/src/config/config');
const { prepareDatabase } = require('../../dist/src/startup/prepare-database');

const started = prepareDatabase(loadConfig(), () => undefined).then(({ config }) =>
  NestFactory.createApplicationContext(AppModule.with(config), { logger: false, abortOnError: false }),
);

/** What each command has printed: several may be under way. */
const printed = new AsyncLocalStorage();
console.log = (line) => printed.getStore()?.push(`${line}\n`);

process.on('message', ({ id, command, options }) => {
  const lines = [];
  printed
    .run(lines, () => started.then((app) => COMMANDS[command](app, options)))
    .then(
      () => process.send({ id, output: lines.join('') }),
      (error) => process.send({ id, error: explain(error) }),
    );
});
process.on('disconnect', () => process.exit(0));

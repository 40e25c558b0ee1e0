// The program's own commands, in one process that stays: a start for each tenant would cost suites more than all the rest.
require('reflect-metadata');
const { NestFactory } = require('@nestjs/core');
const { AppModule } = require('../../dist/src/app.module');
const { COMMANDS } = require('../../dist/src/cli/commands');
const { loadConfig } = require('../../dist/src/config/config');
const { prepareDatabase } = require('../../dist/src/startup/prepare-database');

const started = prepareDatabase(loadConfig(), () => undefined).then(({ config }) =>
  NestFactory.createApplicationContext(AppModule.with(config), { logger: false, abortOnError: false }),
);

process.on('message', ({ id, command, options }) => {
  started
    .then((app) => COMMANDS[command](app, options))
    .then(
      () => process.send({ id }),
      (error) => process.send({ id, error: String(error) }),
    );
});
process.on('disconnect', () => process.exit(0));

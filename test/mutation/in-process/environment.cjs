// What suites of a group run in: beside the program, which is started once for all mutants that this process tries.
const { join, resolve } = require('node:path');
const StrykerEnvironment = require('@stryker-mutator/jest-runner/jest-env/node');

const DIST = resolve(__dirname, '../../../dist/src');

let program;
/** A mutant that a test has noticed: the others need not be asked, and Jest cannot be told so. */
let noticed;

module.exports = class ProgramEnvironment extends StrykerEnvironment {
  async setup() {
    await super.setup();
    // The program is outside of Jest's sandbox. It notes there what was reached, and looks there which mutant is active.
    globalThis.__stryker__ ??= this.global.__stryker__;
    globalThis.__stryker__.activeMutant = process.env.__STRYKER_ACTIVE_MUTANT__;
    program ??= start(JSON.parse(process.env.MUTATION_PROGRAM ?? '{}'));
    await program;
  }

  handleTestEvent(event) {
    const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
    if (mutant === undefined) return;
    if (event.name === 'test_done' && event.test.errors.length > 0) noticed = mutant;
    if (noticed !== mutant) return;
    if (event.name === 'run_describe_start') event.describeBlock.mode = 'skip';
    if (event.name === 'test_start') event.test.mode = 'skip';
  }
};

/** Here and not in the global set-up: what that loads is translated by Jest, which would make each library a second one. */
async function start(settings) {
  const { loadConfig } = require(join(DIST, 'config/config.js'));
  const { PortalLogger } = require(join(DIST, 'platform/logging/logger.js'));
  const { WorkerService } = require(join(DIST, 'platform/events/worker.service.js'));
  const { assemble } = require(join(DIST, 'serving/serve.js'));
  const { prepareDatabase } = require(join(DIST, 'startup/prepare-database.js'));
  const { config } = await prepareDatabase(loadConfig(settings), () => undefined);
  const app = await assemble(config, new PortalLogger(config));
  await app.init();
  await app.get(WorkerService).start();
  await app.listen(config.port, config.host);
}

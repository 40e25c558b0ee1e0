import { filesOf, GROUP, GROUPS } from './test/mutation/groups.mjs';
import { MUTATED } from './test/mutation/kinds.mjs';
import { TARGET } from './test/mutation/promises.mjs';

if (GROUP) process.env.MUTATION_SUITES = GROUPS[GROUP].suites.join();

export default {
  mutate: GROUP ? filesOf(GROUP) : MUTATED,
  testRunner: 'jest',
  jest: {
    configFile: `test/mutation/${GROUP ? 'in-process.config.cjs' : 'jest.config.cjs'}`,
    // Suites of a group import nothing of the program: they ask it by HTTP.
    enableFindRelatedTests: GROUP === undefined,
  },
  // The program that suites of a group ask is built, with the mutants in it.
  ...(GROUP && { buildCommand: 'nest build' }),
  coverageAnalysis: 'perTest',
  // Of a group: what only runs while a file is loaded is its documentation, and would run every suite.
  ignoreStatic: GROUP !== undefined,
  concurrency: 2,
  // Jest keeps something of every run in memory.
  maxTestRunnerReuse: 50,
  timeoutMS: GROUP ? 60_000 : 15_000,
  plugins: ['@stryker-mutator/jest-runner', './test/mutation/promises.mjs'],
  reporters: ['progress-append-only', 'clear-text', 'json', 'promises'],
  clearTextReporter: { reportTests: false, logTests: false },
  thresholds: { high: 100, low: TARGET, break: TARGET },
  ignorePatterns: ['.data', 'bench', 'docs', ...(GROUP ? [] : ['dist'])],
  cleanTempDir: 'always',
};

import { MUTATED } from './test/mutation/kinds.mjs';
import { TARGET } from './test/mutation/promises.mjs';

export default {
  mutate: MUTATED,
  testRunner: 'jest',
  jest: { configFile: 'test/mutation/jest.config.cjs' },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // Jest keeps something of every run in memory.
  maxTestRunnerReuse: 50,
  timeoutMS: 15_000,
  plugins: ['@stryker-mutator/jest-runner', './test/mutation/promises.mjs'],
  reporters: ['progress-append-only', 'clear-text', 'json', 'promises'],
  clearTextReporter: { reportTests: false, logTests: false },
  thresholds: { high: 100, low: TARGET, break: TARGET },
  ignorePatterns: ['.data', 'bench', 'dist', 'docs'],
  cleanTempDir: 'always',
};

// The end-to-end suites of a group, against the program in the process of the tests: there a mutant can be switched on.
const { projects, testTimeout } = require('../../jest.config.cjs');

const { MUTATION_SUITES = '' } = process.env;
const e2e = projects.find(({ displayName }) => displayName === 'e2e');

module.exports = {
  ...e2e,
  testTimeout,
  modulePathIgnorePatterns: ['<rootDir>/.stryker-tmp/'],
  testMatch: MUTATION_SUITES.split(',').map((suite) => `<rootDir>/test/${suite}.e2e-spec.ts`),
  testEnvironment: require.resolve('./in-process/environment.cjs'),
  globalSetup: '<rootDir>/test/mutation/in-process/global-setup.ts',
  globalTeardown: undefined,
  setupFilesAfterEnv: [],
};

// Jest cannot require ES modules on Node 20, so packages that ship nothing else are compiled too.
const ESM_ONLY = [
  '@nestjs/',
  '@borewit/',
  '@tokenizer/',
  'async-function/',
  'async-generator-function/',
  'generator-function/',
  'file-type/',
  'strtok3/',
  'token-types/',
  'uint8array-extras/',
];

const swc = {
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  swcrc: false,
};

const shared = {
  rootDir: __dirname,
  testEnvironment: 'node',
  // What Node's own require() follows as well.
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'module-sync'] },
  transform: {
    '^.+\\.ts$': ['@swc/jest', swc],
    '/node_modules/.+\\.m?js$': [
      '@swc/jest',
      { ...swc, jsc: { ...swc.jsc, parser: { syntax: 'ecmascript' } } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.+/node_modules/)?(?:${ESM_ONLY.join('|')}))`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.stryker-tmp/'],
};

/** Whatever an end-to-end suite is about, these hold. */
const everySuite = [
  '<rootDir>/test/support/documented-answers.ts',
  '<rootDir>/test/support/tenant-statements.ts',
];

/** On a cluster of Citus: what is about distribution, and suites about everything; without one, only what says that it is skipped. */
const onCluster = [
  'distributed/cluster.distributed-spec.ts',
  ...(process.env.TEST_CITUS_URL
    ? [
        'distributed/filled.distributed-spec.ts',
        '{story,tenancy,retention,search-everything}.e2e-spec.ts',
        '{catalog-files,printer-models,devices,checkout,offers,inbox-items,staff-tickets,ticket-merges}.e2e-spec.ts',
      ]
    : []),
];

module.exports = {
  // Jest takes it from here only, not from a project. Suites that start programs share the machine's processors.
  testTimeout: 120_000,
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/src/**/*.spec.ts'],
      setupFiles: ['reflect-metadata'],
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
      setupFilesAfterEnv: everySuite,
    },
    {
      ...shared,
      displayName: 'web',
      testMatch: ['<rootDir>/test/web/**/*.web-spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/web/support/timeout.ts'],
      globalSetup: '<rootDir>/test/web/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
    },
    {
      ...shared,
      displayName: 'distributed',
      testMatch: onCluster.map((name) => `<rootDir>/test/${name}`),
      globalSetup: '<rootDir>/test/distributed/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
      setupFilesAfterEnv: process.env.TEST_CITUS_URL ? everySuite : [],
    },
    ...['security', 'resilience'].map((instrument) => ({
      ...shared,
      displayName: instrument,
      testMatch: [`<rootDir>/test/${instrument}/**/*.${instrument}-spec.ts`],
      globalSetup: `<rootDir>/test/${instrument}/global-setup.ts`,
      globalTeardown: `<rootDir>/test/${instrument}/global-teardown.ts`,
    })),
  ],
};

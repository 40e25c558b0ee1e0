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
      setupFilesAfterEnv: [
        '<rootDir>/test/support/documented-answers.ts',
        '<rootDir>/test/support/tenant-statements.ts',
      ],
    },
    {
      ...shared,
      displayName: 'web',
      testMatch: ['<rootDir>/test/web/**/*.web-spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/web/support/patience.ts'],
      globalSetup: '<rootDir>/test/web/global-setup.ts',
      globalTeardown: '<rootDir>/test/support/global-teardown.ts',
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

/** Three kinds of test, told apart by where they live and what they may touch: see CONTRIBUTING.md. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testMatch: ['**/*.spec.ts', '**/*.db-spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.data/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  globalSetup: './test/support/global-setup.js',
  globalTeardown: './test/support/global-teardown.js',
  reporters: ['default', './test/support/closing-line-reporter.js'],
  testTimeout: 30_000,
  maxWorkers: 2,
  // Modules of one file stay behind in the memory of its worker: it begins anew before they fill it.
  workerIdleMemoryLimit: '1500MB',
};

/** Jest 30, native ESM. Needs NODE_OPTIONS='--experimental-vm-modules'; scripts/runTests.ts sets it. */
export default {
  rootDir: import.meta.dirname ?? process.cwd(),
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/postgres/globalSetup.mjs',
  globalTeardown: '<rootDir>/test/support/postgres/globalTeardown.mjs',
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/', '<rootDir>/test/faults/'],
  modulePathIgnorePatterns: ['<rootDir>/.next/', '<rootDir>/dist/', '<rootDir>/test/consumer/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  moduleNameMapper: {
    '\\.(css|scss)$': '<rootDir>/test/support/stubs/emptyStyle.cjs',
    '^@payload-config$': '<rootDir>/payload.config.ts',
  },
  testTimeout: 180_000,
  maxWorkers: 2,
  // Native ESM keeps every file's modules for ever; past this a worker is replaced between two files.
  workerIdleMemoryLimit: 1_500_000_000,
}

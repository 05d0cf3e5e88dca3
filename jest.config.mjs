export default {
  projects: [
    '<rootDir>/libs/scim-protocol/jest.config.mjs',
    '<rootDir>/libs/scim-sql/jest.config.mjs',
    '<rootDir>/libs/idp-simulator/jest.config.mjs',
    '<rootDir>/apps/api/jest.config.mjs',
    '<rootDir>/apps/api-e2e/jest.config.mjs',
    '<rootDir>/apps/bench/jest.config.mjs',
    '<rootDir>/apps/console/jest.config.mjs',
  ],
  testSequencer: '<rootDir>/scripts/longest-first.mjs',
  reporters: ['default', '<rootDir>/scripts/count-reporter.mjs'],
};

import { preset } from '../../jest.preset.mjs';

export default {
  ...preset('apps/api-e2e'),
  globalSetup: '<rootDir>/../../apps/api/src/testing/start-postgres.ts',
  globalTeardown: '<rootDir>/../../apps/api/src/testing/stop-postgres.ts',
};

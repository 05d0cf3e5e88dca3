import { preset } from '../../jest.preset.mjs';

export default preset('apps/console', { react: true, setup: ['<rootDir>/test/setup.ts'] });

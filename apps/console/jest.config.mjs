import { preset } from '../../jest.preset.mjs';

export default { ...preset('apps/console', { react: true }), setupFilesAfterEnv: ['<rootDir>/test/setup.ts'] };

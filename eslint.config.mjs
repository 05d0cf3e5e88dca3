import nx from '@nx/eslint-plugin';
import importX, { createNodeResolver } from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { importZones } from './scripts/lint/import-zones.mjs';
import { ENVIRONMENT, SECRET_COMPARISONS } from './scripts/lint/restricted-syntax.mjs';

const SOURCES = ['apps/*/src/**/*.{ts,tsx}', 'libs/*/src/**/*.ts'];
const SPECS = [
  '**/*.spec.{ts,tsx}',
  '**/testing/**',
  'apps/api/src/scim/conformance/**',
  'apps/*-e2e/**',
  'apps/console/test/**',
];

/** Which library may use which: docs/architecture.md has the same table in words. */
const LAYERS = [
  { sourceTag: 'layer:app', onlyDependOnLibsWithTags: ['layer:protocol', 'layer:sql', 'layer:contract'] },
  { sourceTag: 'layer:e2e', onlyDependOnLibsWithTags: ['layer:contract', 'layer:simulator'] },
  { sourceTag: 'layer:sql', onlyDependOnLibsWithTags: ['layer:sql', 'layer:protocol'] },
  { sourceTag: 'layer:protocol', onlyDependOnLibsWithTags: ['layer:protocol'], allowedExternalImports: ['fast-check'] },
  { sourceTag: 'layer:contract', onlyDependOnLibsWithTags: ['layer:contract'], allowedExternalImports: [] },
  { sourceTag: 'layer:simulator', onlyDependOnLibsWithTags: ['layer:simulator'] },
  { sourceTag: 'runs:browser', onlyDependOnLibsWithTags: ['runs:browser', 'runs:anywhere'] },
  { sourceTag: 'runs:server', onlyDependOnLibsWithTags: ['runs:server', 'runs:anywhere'] },
  { sourceTag: 'runs:anywhere', onlyDependOnLibsWithTags: ['runs:anywhere'] },
];

export default tseslint.config(
  { ignores: ['**/dist', '**/.nx', '**/coverage', '**/.data', '**/test-results'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{ts,tsx}'], extends: [tseslint.configs.strictTypeChecked] },
  { files: ['**/*.{mjs,cjs,mts}'], extends: [tseslint.configs.recommended, tseslint.configs.disableTypeChecked] },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx, 'import-x': importX },
    settings: { 'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.json'] })] },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: [], depConstraints: LAYERS, banTransitiveDependencies: false },
      ],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: importZones }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // A number reads the same in a text as everywhere else; objects and undefined do not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Nest's modules are classes that consist of their decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // A method that answers a promise says so by being async, whether it waits for something or not.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
      // It looks up every name in the types of every library, which costs a third of all linting; upgrades tell of removals.
      '@typescript-eslint/no-deprecated': 'off',
      // There are no enums here, but it asks for the type of every assignment, which costs a sixth of all linting.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // Taking a text apart by code points is what the protocol's rules ask for (case folding, PRECIS).
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'String' }, 'string'] }],
      // Options of Nest and pg are declared as classes and given as literals.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      'no-restricted-syntax': ['error', ...SECRET_COMPARISONS],
      eqeqeq: 'error',
    },
  },
  {
    files: SOURCES,
    ignores: SPECS,
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['apps/api/src/database/migrations/*.ts'],
    // The text of a schema is as long as the schema.
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: [...SPECS, 'apps/api/src/main.ts', 'apps/api/src/cli/cli.ts'],
    rules: { 'no-restricted-syntax': ['error', ...SECRET_COMPARISONS, ENVIRONMENT] },
  },
  {
    files: ['apps/console/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // Markup takes lines without taking thought.
      'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }],
      // An event handler may start something that tells its own end.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ['apps/console/src/**/*.{ts,tsx}'],
    ignores: ['apps/console/src/api/**', ...SPECS],
    rules: { 'no-restricted-globals': ['error', { name: 'fetch', message: 'api/ has the one fetch client.' }] },
  },
  {
    files: SPECS,
    rules: {
      // expect.any() and parsed answers are `any`; a test that is wrong about them fails.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'no-restricted-syntax': 'off',
      'import-x/no-restricted-paths': 'off',
      'max-lines-per-function': 'off',
    },
  },
);

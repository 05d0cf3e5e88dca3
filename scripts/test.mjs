// npm test: everything that must hold before a change is taken. With names of steps as arguments, only those run.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from './workspace/build.mjs';
import { findChromium } from './workspace/chromium.mjs';
import { run } from './workspace/fault.mjs';
import { requireNode } from './workspace/node-version.mjs';
import { ensurePackages } from './workspace/packages.mjs';
import { root } from './workspace/root.mjs';
import { Steps } from './workspace/steps.mjs';

const REPORTS = path.join(root, 'test-results');
const JEST_REPORT = path.join(REPORTS, 'jest.json');
const E2E_REPORT = path.join(REPORTS, 'e2e.json');

/** Two where Jest would take one: half of a test's time passes in PostgreSQL. */
const WORKERS = Math.max(2, os.availableParallelism() - 1);

const STEPS = {
  format: (steps) => steps.command('format', 'scripts/check-format.mjs'),
  lint: (steps) => steps.command('lint', 'scripts/lint/run.mjs'),
  conformance: (steps) => steps.command('conformance', 'scripts/conformance.mjs', ['--check']),
  types: (steps) => steps.command('types', 'scripts/typecheck.mjs'),
  build: (steps) => steps.step('build', () => build(['api', 'console', 'idp-simulator'])),
  jest: (steps) => {
    const args = ['--reporters=default', '--json', `--outputFile=${JEST_REPORT}`, `--maxWorkers=${WORKERS}`];
    const env = { SECOND_TRY: 'yes' };
    steps.tests('unit, database and HTTP tests', 'node_modules/jest/bin/jest.js', args, env, readJestReport);
  },
  e2e: (steps) => {
    const args = ['test', '-c', 'apps/console-e2e/playwright.config.ts'];
    const env = { CHROMIUM: findChromium() };
    steps.tests('browser tests', 'node_modules/@playwright/test/cli.js', args, env, readPlaywrightReport);
  },
};

function readJestReport() {
  const report = readReport(JEST_REPORT);
  if (!report) return undefined;
  // A file that does not even load has no test in it, and must still be red.
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed, flaky: report.testResults.flatMap(flakyTests) };
}

/** Names of the tests of one file that passed on their second try. */
function flakyTests({ name: file, assertionResults }) {
  return assertionResults
    .filter(({ status, invocations }) => status === 'passed' && invocations > 1)
    .map(({ fullName }) => `${path.relative(root, file)} ${fullName}`);
}

function readPlaywrightReport() {
  const report = readReport(E2E_REPORT);
  if (!report) return undefined;
  const { expected, unexpected, flaky } = report.stats;
  // A red that went away by itself is no reason to refuse a change, but it is named until somebody mends it.
  return { passed: expected + flaky, failed: unexpected, flaky: report.suites.flatMap(flakySpecs) };
}

/** Titles of the tests that passed on their second try. */
function flakySpecs({ suites = [], specs = [] }) {
  const names = specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ file, line, title }) => `${file}:${line} ${title}`);
  return [...names, ...suites.flatMap(flakySpecs)];
}

function readReport(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

run(() => {
  requireNode();
  ensurePackages();
  fs.rmSync(JEST_REPORT, { force: true });
  fs.rmSync(E2E_REPORT, { force: true });
  fs.mkdirSync(REPORTS, { recursive: true });
  const wanted = process.argv.slice(2);
  const steps = new Steps();
  for (const [name, runStep] of Object.entries(STEPS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    try {
      runStep(steps);
    } catch (error) {
      steps.step(name, () => {
        throw error;
      });
    }
  }
  process.exitCode = steps.finish();
});

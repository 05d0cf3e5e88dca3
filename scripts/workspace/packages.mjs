import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { root } from './root.mjs';

/** Installs what package-lock.json says unless exactly that is there. No package's install script is run. */
export function ensurePackages(say = console.log) {
  if (packagesAreInstalled()) return;
  say('Installing packages (about a minute the first time) ...');
  const started = performance.now();
  const { status, error } = npm([
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
  ]);
  if (status !== 0) {
    throw new Fault(
      `The packages could not be installed${error ? ` (${error.message})` : ''}: check the network, then run "npm ci --ignore-scripts" to see why.`,
    );
  }
  say(`Packages installed in ${seconds(started)}.`);
}

/** npm keeps a copy of the lock file of what it installed; optional packages of other systems are not in it. */
function packagesAreInstalled() {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const present = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([name, { version, optional, devOptional }]) =>
      name === '' || optional || devOptional || present[name]?.version === version,
  );
}

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** The npm that started us, else the one on the path. */
function npm(args) {
  const own = process.env.npm_execpath;
  // What npm says goes to stderr, so that a command's own output stays clean.
  const options = { cwd: root, stdio: ['inherit', process.stderr, process.stderr] };
  if (own && /npm-cli\.c?js$/.test(own)) return spawnSync(process.execPath, [own, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

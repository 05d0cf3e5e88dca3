import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { seconds } from './packages.mjs';
import { root } from './root.mjs';

const SOURCES = ['apps/api', 'apps/console', 'libs', 'package-lock.json', 'tsconfig.base.json', 'nx.json'];
const OUTPUTS = ['dist/apps/api/main.js', 'dist/apps/api/cli.js', 'dist/apps/console/index.html'];
const STAMP = path.join(root, 'dist', 'build-stamp');

/** Builds server and console unless nothing changed since the last time. `say` is told what happens. */
export function ensureBuild(say = console.log) {
  const state = stateOfSources();
  if (readStamp() === state && OUTPUTS.every((file) => fs.existsSync(path.join(root, file)))) return;
  say('Building server and console ...');
  const started = performance.now();
  build(['api', 'console']);
  fs.writeFileSync(STAMP, state);
  say(`Built in ${seconds(started)}.`);
}

/** Builds projects through Nx, which takes unchanged ones from its cache. @throws Fault with the build's own output */
export function build(projects) {
  const nx = path.join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [nx, 'run-many', '-t', 'build', `--projects=${projects.join(',')}`, '--outputStyle=static'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, NX_DAEMON: 'false', NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Fault(`${stdout}\n${stderr}\nThe build failed: see above.`);
}

/** Changes when a source is added, removed or saved; sizes and times are read, contents are not. */
function stateOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesOf(source)) {
      const { size, mtimeMs } = fs.statSync(path.join(root, file));
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function filesOf(source) {
  const absolute = path.join(root, source);
  if (!fs.existsSync(absolute)) return [];
  if (!fs.statSync(absolute).isDirectory()) return [source];
  return fs
    .readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

function readStamp() {
  return fs.existsSync(STAMP) ? fs.readFileSync(STAMP, 'utf8') : undefined;
}

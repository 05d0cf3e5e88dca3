// Runs the simulator, building it first when its sources are newer than the build.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sources = path.join(root, 'libs/idp-simulator');
const program = path.join(root, 'dist/libs/idp-simulator/simulate.js');

function newestChange(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .reduce(
      (newest, entry) => Math.max(newest, fs.statSync(path.join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
      0,
    );
}

function outOfDate() {
  return !fs.existsSync(program) || fs.statSync(program).mtimeMs < newestChange(sources);
}

function build() {
  process.stderr.write('Building the simulator ...\n');
  const nx = path.join(root, 'node_modules/nx/dist/bin/nx.js');
  const run = spawnSync(process.execPath, [nx, 'run', 'idp-simulator:build', '--outputStyle=static'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (run.status !== 0 || !fs.existsSync(program)) {
    process.stderr.write(`${run.stdout}${run.stderr}\nThe simulator could not be built; the lines above say why.\n`);
    process.exit(1);
  }
  // A build out of the cache keeps its old time stamps; the next start must not build again.
  const now = new Date();
  fs.utimesSync(program, now, now);
}

if (outOfDate()) build();
// In this process, so that Ctrl-C and the exit code are the simulator's own.
await import(pathToFileURL(program).href);

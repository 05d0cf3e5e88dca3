// Runs the load test, building it and the server first when their sources are newer than the builds.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sources = [
  'apps/api/src',
  'apps/bench/src',
  'libs/scim-protocol/src',
  'libs/scim-sql/src',
  'libs/admin-contracts/src',
];
const programs = ['dist/apps/bench/main.js', 'dist/apps/api/main.js', 'dist/apps/api/cli.js'];

function newestChange(folder) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .reduce(
      (newest, entry) => Math.max(newest, fs.statSync(path.join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
      0,
    );
}

function outOfDate() {
  const built = programs.map((program) => path.join(root, program));
  if (!built.every((program) => fs.existsSync(program))) return true;
  const oldestBuild = Math.min(...built.map((program) => fs.statSync(program).mtimeMs));
  return oldestBuild < Math.max(...sources.map(newestChange));
}

function build() {
  process.stderr.write('Building the server and the bench ...\n');
  const nx = path.join(root, 'node_modules/nx/dist/bin/nx.js');
  const run = spawnSync(process.execPath, [nx, 'run-many', '-t', 'build', '-p', 'api,bench', '--outputStyle=static'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (run.status !== 0) {
    process.stderr.write(`${run.stdout}${run.stderr}\nThe bench could not be built; the lines above say why.\n`);
    process.exit(1);
  }
  // A build out of the cache keeps its old time stamps; the next start must not build again.
  const now = new Date();
  for (const program of programs) fs.utimesSync(path.join(root, program), now, now);
}

if (outOfDate()) build();
// In this process, so that Ctrl-C and the exit code are the bench's own.
await import(pathToFileURL(path.join(root, programs[0])).href);

// Lints everything, one process a half of the projects: type information is loaded a project at a time.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const projects = ['apps', 'libs'].flatMap((folder) =>
  fs.readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`),
);
const heavy = ['apps/api', 'libs/idp-simulator', 'libs/scim-protocol', 'libs/scim-sql'].filter((project) =>
  projects.includes(project),
);
const rest = projects.filter((project) => !heavy.includes(project));

function lint(paths) {
  const eslint = path.join(root, 'node_modules/eslint/bin/eslint.js');
  const args = [eslint, '--max-warnings=0', '--no-warn-ignored', '--no-error-on-unmatched-pattern', ...paths];
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

const files = fs.readdirSync(root).filter((name) => name.endsWith('.mjs'));
// The rule about project boundaries reads the project graph from Nx's cache, and skips itself where there is none.
const nx = path.join(root, 'node_modules/nx/dist/bin/nx.js');
if (spawnSync(process.execPath, [nx, 'show', 'projects'], { cwd: root, stdio: 'ignore' }).status !== 0) process.exit(1);

const codes = await Promise.all([lint(heavy), lint([...rest, 'scripts', ...files])]);
process.exit(Math.max(...codes));

// Type-checks every project; the native compiler needs a few seconds for all of them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const projects = ['libs', 'apps'].flatMap((folder) =>
  fs
    .readdirSync(folder)
    .map((name) => `${folder}/${name}`)
    .filter((project) => fs.existsSync(`${project}/tsconfig.json`)),
);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !projects.some((project) => isNamed(project, name)));
if (unknown.length > 0) {
  process.stderr.write(`There is no project ${unknown.join(', ')}. There are: ${projects.join(', ')}\n`);
  process.exit(1);
}
let failed = false;
for (const project of projects) {
  if (wanted.length > 0 && !wanted.some((name) => isNamed(project, name))) continue;
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/typescript7/bin/tsc', '-p', `${project}/tsconfig.json`],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);

/** `api` or `apps/api` */
function isNamed(project, name) {
  return project === name || project.endsWith(`/${name}`);
}

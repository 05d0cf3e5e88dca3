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
let failed = false;
for (const project of projects) {
  if (wanted.length > 0 && !wanted.includes(project)) continue;
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

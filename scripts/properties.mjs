// npm run test:properties: every property test with many cases. PROPERTY_RUNS is their number (10,000 unless set; a fifth of it for those that
// speak HTTP to a real server), PROPERTY_SEED replays a run. Further arguments name the files to run, as Jest takes them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './workspace/fault.mjs';
import { requireNode } from './workspace/node-version.mjs';
import { ensurePackages } from './workspace/packages.mjs';
import { root } from './workspace/root.mjs';

const FOLDERS = ['libs/scim-protocol/src', 'libs/scim-sql/src', 'apps/api/src'];
const SEEDS = 1_000_000_000;

/** The specs that try random cases: all that say how many. */
function propertySpecs() {
  return FOLDERS.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true })
      .map((name) => path.join(root, folder, name))
      .filter((file) => file.endsWith('.spec.ts') && fs.readFileSync(file, 'utf8').includes('numRuns')),
  );
}

run(() => {
  requireNode();
  ensurePackages();
  const { PROPERTY_RUNS = '10000', PROPERTY_SEED = String(Math.floor(Math.random() * SEEDS)) } = process.env;
  const named = process.argv.slice(2);
  const files = propertySpecs().filter((file) => named.length === 0 || named.some((name) => file.includes(name)));
  console.log(`${files.length} files, PROPERTY_RUNS=${PROPERTY_RUNS} PROPERTY_SEED=${PROPERTY_SEED}`);
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/jest/bin/jest.js'), '--verbose', '--runTestsByPath', ...files],
    { cwd: root, stdio: 'inherit', env: { ...process.env, PROPERTY_RUNS, PROPERTY_SEED } },
  );
  process.exitCode = status ?? 1;
});

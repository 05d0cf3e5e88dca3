// npm run -s rollcall -- <command>: builds when needed and tells about that on stderr only, so that --json stays JSON.
import { run } from './workspace/fault.mjs';
import { requireNode } from './workspace/node-version.mjs';

run(async () => {
  requireNode();
  const { ensurePackages } = await import('./workspace/packages.mjs');
  const { ensureBuild } = await import('./workspace/build.mjs');
  ensurePackages(console.error);
  ensureBuild(console.error);
  await import('../dist/apps/api/cli.js');
});

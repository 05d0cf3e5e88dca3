// npm start: from a fresh clone to a running server. Works before anything is installed, so it uses nothing but Node,
// and loads what needs a new Node only after having looked at its version.
import { run } from './workspace/fault.mjs';
import { requireNode } from './workspace/node-version.mjs';

run(async () => {
  requireNode();
  const { ensurePackages } = await import('./workspace/packages.mjs');
  const { ensureBuild } = await import('./workspace/build.mjs');
  const { onParentGone } = await import('./workspace/parent.mjs');
  ensurePackages();
  ensureBuild();
  onParentGone(() => process.kill(process.pid, 'SIGTERM'));
  console.log('Starting Rollcall ...');
  process.env.NODE_ENV = process.env.NODE_ENV || 'production';
  await import('../dist/apps/api/main.js');
});

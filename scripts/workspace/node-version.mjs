import { Fault } from './fault.mjs';

/** The range of `engines` in package.json. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Fault(
    `Rollcall needs Node.js 20.19 or newer, but this is ${version}: install a newer one from https://nodejs.org.`,
  );
}
